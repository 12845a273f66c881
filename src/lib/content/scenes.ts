import * as v from 'valibot';
import type { Locale } from '../i18n/locales';
import type { PaperTask } from './lesson';
import { problemAt, type Place, type Problem } from './problem';
import { sceneFactsSchema, sceneSchema, type SceneLevel } from './schemas';
import type { Sources } from './sources';
import { knownBeside } from './known-keys';
import { issuePath, readYaml } from './yaml-file';

/** What the content needs to know of a kind of practice. */
export interface PracticeKind {
  /** Validates `{ …scene.yaml, texts: <locale>.yaml }`. */
  paramsSchema: v.GenericSchema<unknown, unknown>;
  /** What solves a scene, from params that have passed the schema. Throws where it cannot be solved. */
  controls: (params: unknown) => readonly unknown[];
  /** The pretend screen on paper, from params that have passed the schema. */
  paper?: (params: unknown) => PaperTask[];
}

/** The kinds of practice there are, by name; handed in by whoever composes (see `practice/kinds.ts`). */
export type PracticeKinds = Readonly<Record<string, PracticeKind>>;

interface SceneQuestion {
  sources: Sources;
  practices: PracticeKinds;
  kind: string;
  scene: string;
  locale: Locale;
  /** The step that asks for the scene. */
  place: Place;
}

/** A scene's params in one language: `scene.yaml`, with `<locale>.yaml` as its `texts`, as the practice's `paramsSchema` returns them. */
export function sceneParams({ sources, practices, kind, scene, locale, place }: SceneQuestion): {
  params?: unknown;
  paper?: PaperTask[];
  level?: SceneLevel | undefined;
  problems: Problem[];
} {
  const practice = Object.hasOwn(practices, kind) ? practices[kind] : undefined;
  if (!practice) {
    const known = Object.keys(practices).join(', ');
    return {
      problems: [problemAt(place, 'practice-unknown', `There is no practice "${kind}" (there are: ${known}).`)]
    };
  }
  const folder = `scenes/${kind}/${scene}`;
  const files = { scene: `${folder}/scene.yaml`, texts: `${folder}/${locale}.yaml` };
  const sceneText = sources.get(files.scene);
  if (sceneText === undefined) {
    return { problems: [problemAt(place, 'reference-unknown', `There is no scene "${scene}" (${files.scene}).`)] };
  }
  const textsText = sources.get(files.texts);
  if (textsText === undefined) {
    const message = `The scene "${scene}" is missing in "${locale}" (${files.texts}).`;
    return { problems: [problemAt({ file: files.scene, line: 1 }, 'language-missing', message, 'Write the file.')] };
  }
  const facts = readYaml(sceneFactsSchema, { file: files.scene, text: sceneText });
  const texts = readYaml(sceneSchema, { file: files.texts, text: textsText });
  const problems = [...facts.problems, ...texts.problems];
  if (!facts.value || !texts.value) return { problems };
  const { level, ...head } = facts.value;
  const parsed = v.safeParse(practice.paramsSchema, { ...head, texts: texts.value });
  if (parsed.success) {
    const unsolved = whyUnsolved(practice, parsed.output);
    if (unsolved) {
      // What a person is to do stands in the language's file; a scene that fails at its start, in its facts.
      const at =
        unsolved.goal === undefined
          ? { file: files.scene, line: 1 }
          : { file: files.texts, line: texts.lineOf(['asks', unsolved.goal]) };
      const message = `Nobody can solve this scene of the practice "${kind}". ${unsolved.why}`;
      problems.push(problemAt(at, 'scene-unsolvable', message));
      return { problems };
    }
    const paper = practice.paper?.(parsed.output);
    return { params: parsed.output, ...(paper && { paper }), level, problems };
  }
  const shape = parsed.issues.map((issue) => {
    const [first, ...inner] = issuePath(issue);
    const inTexts = first === 'texts';
    const path = inTexts ? inner : issuePath(issue);
    const at = inTexts
      ? { file: files.texts, line: texts.lineOf(path) }
      : { file: files.scene, line: facts.lineOf(path) };
    const name = path.length > 0 ? `"${path.join('.')}"` : 'The scene';
    if (isUnknownKey(issue)) {
      const known = knownBeside(practice.paramsSchema, issuePath(issue)).join(', ');
      return problemAt(at, 'scene-unknown', `Unknown parameter ${name}. The practice "${kind}" knows here: ${known}.`);
    }
    return problemAt(at, 'scene-shape', `${name} does not fit the practice "${kind}": ${issue.message}`);
  });
  return { problems: [...problems, ...shape] };
}

/** A key that the schema does not name. */
const isUnknownKey = ({ type, expected }: v.BaseIssue<unknown>): boolean =>
  type === 'strict_object' && expected === 'never';

/** Lets the solver go through a scene. @returns the goal where it is stuck, from 0, and why; undefined where it comes to the end */
function whyUnsolved({ controls }: PracticeKind, params: unknown): { goal?: number; why: string } | undefined {
  try {
    return controls(params).length > 0 ? undefined : { why: 'There is nothing to do in it.' };
  } catch (error) {
    const goal = error instanceof Error && 'goal' in error ? Number(error.goal) : undefined;
    return { why: error instanceof Error ? error.message : String(error), ...(goal !== undefined && { goal }) };
  }
}
