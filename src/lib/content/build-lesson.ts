import type { Locale } from '../i18n/locales';
import { buildQuestion } from './build-question';
import { wordFinder, wordIn } from './glossary';
import type { Block, Inline, Lesson, Sentence, Step, StepPractice, Word } from './lesson';
import type { Vocabulary, WholeFacts } from './lesson-facts';
import type { LessonText, StepText } from './lesson-text';
import { type Reading } from './markdown';
import { buildPicture } from './picture';
import { problemAt } from './problem';
import { sceneParams } from './scenes';
import type { StepFacts } from './schemas';
import type { Sources } from './sources';
import { checkOrder } from './step-order';

interface Join {
  sources: Sources;
  vocabulary: Vocabulary;
  course: string;
  locale: Locale;
  facts: WholeFacts;
  text: LessonText;
  /** Takes the mistakes of the language's file and knows its lines. */
  reading: Reading;
}

/** Joins `lesson.yaml` with one language's file. Mistakes go to `reading.problems`; the lesson is whole only where there are none. */
export function buildLesson(join: Join): Lesson {
  const { facts, text, locale, course, reading } = join;
  checkOrder({ wanted: facts.value.steps.map(({ id }) => id), named: 'lesson.yaml', text, reading });
  const steps = facts.value.steps.flatMap((step, index) => {
    const found = text.steps.find(({ id }) => id === step.id);
    return found ? [buildStep(join, step, found, index)] : [];
  });
  const { id, code, minutes } = facts.value;
  return { id, code, course, locale, title: text.title, goal: text.goal, minutes, steps };
}

function buildStep(join: Join, facts: StepFacts, text: StepText, index: number): Step {
  const { reading } = join;
  const line = reading.lines.get(text) ?? 1;
  const { blocks, words } = explained(join, facts, text, wordsOf(join, facts, index));
  const step: Step = { id: facts.id, kind: facts.kind, title: text.title, blocks, words };
  if (facts.picture && text.picture) step.picture = buildPicture(facts.picture, text.picture, reading);
  else if (facts.picture)
    reading.say(line, 'alt-missing', `The picture of the step "${facts.id}" has no alternative text.`);
  else if (text.picture)
    reading.say(
      reading.lines.get(text.picture) ?? line,
      'picture-missing',
      'lesson.yaml has no picture for this step.'
    );
  const question = buildQuestion(facts, text, reading);
  if (question) step.question = question;
  const practice = practiceOf(join, facts, index);
  if (practice) step.practice = practice;
  if (text.again) step.again = text.again;
  if (facts.help) step.help = facts.help;
  if (facts.leads) step.leads = facts.leads;
  if (facts.kind === 'try' && !text.blocks.some((block) => block.kind === 'list' && block.ordered)) {
    reading.say(line, 'try-list', `The step "${facts.id}" is to be tried, but has no numbered list.`);
  }
  return step;
}

function wordsOf({ vocabulary, locale, facts, reading }: Join, step: StepFacts, index: number): Word[] {
  return step.words.flatMap((id) => {
    const word = wordIn(vocabulary.glossary, id, locale);
    if (!word && vocabulary.glossary.has(id)) {
      const message = `The word "${id}" of the glossary has no "${locale}".`;
      const place = { file: facts.file, line: facts.lineOf(['steps', index, 'words']) };
      reading.problems.push(problemAt(place, 'language-missing', message, `Write it in glossary/${id}.yaml.`));
    }
    return word ? [word] : [];
  });
}

/** Strong words that the glossary explains can be tapped, each once a step. What is to be ticked has a tap of its own. */
function explained({ vocabulary, locale }: Join, facts: StepFacts, text: StepText, named: Word[]) {
  const find = wordFinder(vocabulary.glossary, locale);
  const words = [...named];
  const marked = new Set<string>();
  const mark = (run: Inline): Inline => {
    const word = run.strong && find(run.text);
    if (!word || marked.has(word.id)) return run;
    marked.add(word.id);
    if (!words.some(({ id }) => id === word.id)) words.push(word);
    return { ...run, word: word.id };
  };
  const markAll = (sentences: readonly Sentence[]): Sentence[] => sentences.map((sentence) => sentence.map(mark));
  const blocks = text.blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, sentences: markAll(block.sentences) };
    return facts.kind === 'try' && block.ordered ? block : { ...block, items: block.items.map(markAll) };
  });
  return { blocks, words };
}

function practiceOf(join: Join, step: StepFacts, index: number): StepPractice | undefined {
  const { practice: kind, scene } = step;
  if (!kind || !scene || !Object.hasOwn(join.vocabulary.practices, kind)) return undefined;
  const place = { file: join.facts.file, line: join.facts.lineOf(['steps', index, 'scene']) };
  const { sources, locale, vocabulary, reading } = join;
  const { params, paper, problems } = sceneParams({
    sources,
    practices: vocabulary.practices,
    kind,
    scene,
    locale,
    place
  });
  reading.problems.push(...problems);
  return params === undefined ? undefined : { kind, scene, params, ...(paper && { paper }) };
}
