import * as v from 'valibot';

/** One sentence or label that people read: never empty. */
export const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'This text is empty. Write at least one word.'));

/** A name in a scene: small letters, digits and hyphens. */
export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A name has small letters, digits and hyphens, nothing else.')
);

/** The word for each name in scene.yaml: `sunflower: Sonnenblume`. */
export const labels = v.record(id, text);

/** What scene.yaml of every scene may say: how much help comes by itself. */
export const help = v.optional(v.picklist(['none', 'hint', 'guided']), 'hint');

/** What <language>.yaml of every scene says. */
export const texts = {
  /** The whole task in one or two sentences. */
  task: text,
  /** What the person can do now. */
  done: text,
  /** One sentence for each goal, in the order of the goals. */
  asks: v.pipe(v.array(text), v.minLength(1, 'Write one sentence for each goal.')),
  /** The task on paper: each line gets a box to tick. */
  worksheet: v.pipe(v.array(text), v.minLength(1, 'Write at least one line for the printed sheet.')),
  /** What stands on the card that lies beside the pretend screen: one line each. */
  card: v.optional(v.array(text), [])
};

/** The names among `wanted` for which there are no words. */
export const unnamed = (wanted: readonly string[], known: Record<string, string>): string[] =>
  [...new Set(wanted)].filter((name) => !(name in known));
