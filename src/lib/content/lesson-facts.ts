import { checkPicture } from './picture';
import { problemAt, type Place, type Problem } from './problem';
import type { Glossary } from './glossary';
import type { PracticeKinds } from './scenes';
import { lessonSchema, type LessonFacts, type StepFacts } from './schemas';
import { readYaml, type YamlRead } from './yaml-file';

/** What lessons may refer to. */
export interface Vocabulary {
  glossary: Glossary;
  practices: PracticeKinds;
  /** Names of coloured pictures; undefined where they are not known, then they are not checked. */
  pictures: ReadonlySet<string> | undefined;
}

/** A whole `lesson.yaml` with the line of each of its entries. */
export interface WholeFacts {
  file: string;
  value: LessonFacts;
  lineOf: (path: readonly (string | number)[]) => number;
}

/** Reads a `lesson.yaml` and checks all in it that needs no other lesson and no language. */
export function readLessonFacts(file: string, text: string, vocabulary: Vocabulary): YamlRead<LessonFacts> {
  const { value, lineOf, problems } = readYaml(lessonSchema, { file, text });
  if (!value) return { lineOf, problems };
  const placeOf = (...path: (string | number)[]): Place => ({ file, line: lineOf(path) });
  const seen = new Set<string>();
  for (const [index, step] of value.steps.entries()) {
    if (seen.has(step.id))
      problems.push(problemAt(placeOf('steps', index, 'id'), 'duplicate-id', `The step "${step.id}" is there twice.`));
    seen.add(step.id);
    problems.push(...checkStep(step, (...path) => placeOf('steps', index, ...path), vocabulary));
  }
  return { value, lineOf, problems: [...problems, ...checkTasks(value, placeOf('steps'))] };
}

function checkStep(step: StepFacts, placeOf: (...path: string[]) => Place, vocabulary: Vocabulary): Problem[] {
  const problems: Problem[] = [];
  if (step.picture) {
    problems.push(
      ...checkPicture(step.picture, { placeOf: (part) => placeOf('picture', part), pictures: vocabulary.pictures })
    );
  } else if (step.kind === 'look') {
    problems.push(
      problemAt(placeOf('kind'), 'picture-missing', `The step "${step.id}" is for looking, but has no picture.`)
    );
  }
  if (step.kind === 'do' && !(step.practice && step.scene)) {
    problems.push(
      problemAt(placeOf('kind'), 'practice-missing', `The step "${step.id}" names no practice with a scene.`)
    );
  }
  if (step.kind !== 'do' && step.practice) {
    const message = `The step "${step.id}" has a practice, but is of kind "${step.kind}".`;
    problems.push(problemAt(placeOf('practice'), 'practice-missing', message, 'Make its kind "do".'));
  }
  if (step.practice && !Object.hasOwn(vocabulary.practices, step.practice)) {
    const known = Object.keys(vocabulary.practices).join(', ');
    problems.push(
      problemAt(
        placeOf('practice'),
        'practice-unknown',
        `There is no practice "${step.practice}" (there are: ${known}).`
      )
    );
  }
  problems.push(...checkSigns(step, placeOf('signs'), vocabulary));
  for (const word of step.words.filter((id) => !vocabulary.glossary.has(id))) {
    problems.push(
      problemAt(placeOf('words'), 'reference-unknown', `The glossary has no word "${word}" (glossary/${word}.yaml).`)
    );
  }
  return problems;
}

function checkSigns({ id, kind, signs = [] }: StepFacts, place: Place, { pictures }: Vocabulary): Problem[] {
  const unknown = signs.filter((sign) => pictures && !pictures.has(sign));
  return [
    ...(signs.length > 0 && kind !== 'match'
      ? [problemAt(place, 'match-shape', `The step "${id}" has signs, but is no match.`)]
      : []),
    ...unknown.map((sign) => problemAt(place, 'picture-unknown', `There is no picture "${sign}".`))
  ];
}

function checkTasks({ steps }: LessonFacts, place: Place): Problem[] {
  const problems: Problem[] = [];
  if (steps.length < 6 || steps.length > 9)
    problems.push(problemAt(place, 'step-count', `The lesson has ${steps.length} steps.`));
  const practices = steps.filter(({ kind }) => kind === 'do').length;
  const questions = steps.filter(({ kind }) => ['question', 'decide', 'order', 'match'].includes(kind)).length;
  if (practices === 0 && questions < 2) {
    problems.push(
      problemAt(
        place,
        'task-missing',
        `The lesson has no practice and ${questions === 1 ? 'one question' : 'no question'}.`
      )
    );
  }
  return problems;
}
