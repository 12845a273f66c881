import * as v from 'valibot';
import { helpCases } from './for-parents/help';
import { systems } from './guide';
import { appPages, audiences, gestures, stepKinds } from './lesson';
import { screenNames } from './screen-names';

/** Small letters, digits and hyphens. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'an id has small letters, digits and hyphens')
);
/** A text with something in it. */
export const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'it is empty'));
/** `YYYY-MM-DD`. */
export const plainDate = v.pipe(v.string(), v.isoDate('a date looks like 2026-11-20'));
/** By language. */
export const byLanguage = v.record(v.string(), text);
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60, 'a lesson has at most 60 minutes'));

/** `courses/<course>/course.yaml`. */
export const courseSchema = v.strictObject({
  id,
  audience: v.picklist(audiences),
  languages: v.pipe(v.array(v.string()), v.minLength(1, 'name at least one language')),
  /** Languages in which some of its lessons are written, and no more. */
  partly: v.optional(v.array(v.string()), []),
  picture: text,
  title: byLanguage,
  summary: byLanguage,
  lessons: v.pipe(v.array(text), v.minLength(1, 'name at least one lesson'))
});
export type CourseFacts = v.InferOutput<typeof courseSchema>;

const pictureSchema = v.strictObject({
  screen: v.picklist(screenNames),
  items: v.optional(v.array(id), []),
  ring: v.optional(id),
  on: v.optional(v.array(id), []),
  gesture: v.optional(v.picklist(gestures)),
  level: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  icon: v.optional(text)
});
export type PictureFacts = v.InferOutput<typeof pictureSchema>;

const stepSchema = v.strictObject({
  id,
  kind: v.picklist(stepKinds),
  picture: v.optional(pictureSchema),
  practice: v.optional(id),
  scene: v.optional(id),
  words: v.optional(v.array(id), []),
  /** A coloured picture for each thing of a match, in their order. */
  signs: v.optional(v.array(id)),
  /** The page of help that the step leads to. */
  help: v.optional(v.picklist(['addresses', ...helpCases])),
  /** The page of the app in which the step can be done. */
  leads: v.optional(v.picklist(appPages))
});
export type StepFacts = v.InferOutput<typeof stepSchema>;

/** `courses/<course>/<nn-lesson>/lesson.yaml`: what is the same in every language. */
export const lessonSchema = v.strictObject({
  id,
  code: text,
  minutes,
  audience: v.picklist(audiences),
  competences: v.strictObject({
    framework: text,
    codes: v.array(v.pipe(v.union([v.string(), v.number()]), v.transform(String)))
  }),
  requires: v.optional(v.array(id), []),
  steps: v.pipe(v.array(stepSchema), v.minLength(1, 'name at least one step')),
  facts: v.optional(
    v.array(
      v.strictObject({
        claim: text,
        source: text,
        url: v.pipe(v.string(), v.url()),
        checked: v.optional(plainDate),
        review: v.optional(plainDate)
      })
    ),
    []
  )
});
export type LessonFacts = v.InferOutput<typeof lessonSchema>;

/** The block between two lines of `---` at the head of a language's file. */
export const frontMatterSchema = v.strictObject({
  title: text,
  goal: text,
  /** Of a translation: the stamp of the German text that it was made from (source-stamp.ts). */
  from: v.optional(
    v.pipe(v.string("write it in quotes: '1a2b3c4d'"), v.regex(/^[0-9a-f]{8}$/u, 'a stamp has 8 hexadecimal digits'))
  )
});
export type FrontMatter = v.InferOutput<typeof frontMatterSchema>;

/**
 * `glossary/<term>.yaml`. `forms` are further spellings under which the word is met in texts; `also` is what people call it
 * who do not know the word: the search finds it by that.
 */
export const glossarySchema = v.strictObject({
  id,
  word: byLanguage,
  say: v.optional(byLanguage, {}),
  plain: byLanguage,
  forms: v.optional(v.record(v.string(), v.array(text)), {}),
  also: v.optional(v.record(v.string(), v.array(text)), {}),
  /** What it looks like: a picture as `lesson.yaml` has them. */
  picture: v.optional(pictureSchema),
  /** By language, what is seen in the picture, and what stands on it by item: `text`, or `text | detail`. */
  shown: v.optional(v.record(v.string(), v.strictObject({ alt: text, labels: v.optional(v.record(id, text), {}) })), {})
});
export type GlossaryFacts = v.InferOutput<typeof glossarySchema>;

/** `paths/<id>.yaml`: a way through the lessons. `place` is where its card stands among the others. */
export const pathSchema = v.strictObject({
  id,
  place: v.pipe(v.number(), v.integer(), v.minValue(1)),
  audience: v.picklist(audiences),
  picture: text,
  title: byLanguage,
  lessons: v.pipe(v.array(id), v.minLength(2, 'a way has at least 2 lessons'), v.maxLength(12, 'a way has at most 12'))
});
export type PathFacts = v.InferOutput<typeof pathSchema>;

const known = { checked: plainDate, version: text };
const waySchema = v.variant('standing', [
  v.strictObject({ standing: v.literal('tried'), ...known }),
  v.strictObject({ standing: v.literal('maker'), ...known, source: text, url: v.pipe(v.string(), v.url()) }),
  v.strictObject({ standing: v.literal('untried') })
]);

/** `guides/<id>/guide.yaml`: what is the same in every language; the systems are those of guide.ts. */
export const guideSchema = v.strictObject({
  id,
  lessons: v.pipe(v.array(id), v.minLength(1, 'name at least one lesson')),
  ways: v.pipe(
    v.strictObject(v.entriesFromList(systems, v.optional(waySchema))),
    v.check((ways) => Object.keys(ways).length > 0, 'name at least one system')
  )
});
export type GuideFacts = v.InferOutput<typeof guideSchema>;

const texts = (least: number, most: number) =>
  v.pipe(v.array(text), v.minLength(least, `it has at least ${least}`), v.maxLength(most, `it has at most ${most}`));

/** `courses/<course>/<nn-lesson>/trainer.<language>.yaml`: the page for whoever runs a meeting with this lesson. */
export const trainerPageSchema = v.strictObject({
  aim: text,
  material: texts(1, 5),
  start: text,
  questions: v.pipe(
    v.array(v.strictObject({ ask: text, answer: text })),
    v.minLength(3, 'there are 3 questions'),
    v.maxLength(3, 'there are 3 questions')
  ),
  stumbling: texts(2, 3),
  quick: text,
  slow: text,
  talk: text,
  close: text
});
export type TrainerPage = v.InferOutput<typeof trainerPageSchema>;

/** The texts of a scene: any map; the practice's own schema says more. */
export const sceneSchema = v.record(v.string(), v.unknown());

/** How hard a scene is within its kind of practice: 1 to begin with, 2 for everybody who has done that, 3 hard. */
export const sceneLevels = [1, 2, 3] as const;
export type SceneLevel = (typeof sceneLevels)[number];

/** A scene's `scene.yaml`: how hard it is, and what the practice's own schema knows. */
export const sceneFactsSchema = v.objectWithRest({ level: v.optional(v.picklist(sceneLevels)) }, v.unknown());
