import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** A setting that is on or off. */
const switchNode = v.strictObject({ kind: v.literal('switch'), id, value: v.boolean() });

/** A setting in steps, moved by two keys. `shows` names the live preview beside it. */
const stepsNode = v.strictObject({
  kind: v.literal('steps'),
  id,
  most: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)),
  value: v.pipe(v.number(), v.integer(), v.minValue(1)),
  shows: v.optional(v.picklist(['text', 'brightness', 'volume']))
});

/** A setting with one of several values. */
const choiceNode = v.strictObject({
  kind: v.literal('choice'),
  id,
  options: v.pipe(v.array(id), v.minLength(2), v.maxLength(5)),
  value: id
});

/** Something to read, such as the battery's charge; its words stand in `texts.facts`. */
const factNode = v.strictObject({ kind: v.literal('fact'), id });

/** A wireless network. `own` is the one of the task; a password makes it locked. All passwords are pretend ones. */
const networkNode = v.strictObject({
  kind: v.literal('network'),
  id,
  own: v.optional(v.boolean(), false),
  password: v.optional(v.pipe(text, v.maxLength(20)))
});

const leaf = v.variant('kind', [switchNode, stepsNode, choiceNode, factNode, networkNode]);

const menu = v.strictObject({
  id,
  /** A name of settings/signs.ts. */
  sign: v.optional(id, 'settings'),
  items: v.pipe(v.array(leaf), v.minLength(1))
});

const goal = v.variant('want', [
  v.strictObject({ want: v.literal('read'), at: id }),
  v.strictObject({ want: v.literal('on'), at: id }),
  v.strictObject({ want: v.literal('off'), at: id }),
  v.strictObject({ want: v.literal('option'), at: id, option: id }),
  v.strictObject({ want: v.literal('at-least'), at: id, step: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ want: v.literal('at-most'), at: id, step: v.pipe(v.number(), v.integer()) }),
  v.strictObject({ want: v.literal('joined'), at: id })
]);

export type Menu = v.InferOutput<typeof menu>;
export type Leaf = v.InferOutput<typeof leaf>;
export type Network = v.InferOutput<typeof networkNode>;
export type Goal = v.InferOutput<typeof goal>;

interface Tree {
  tree: Menu[];
}

/** Every setting of the tree. */
export const leaves = ({ tree }: Tree): Leaf[] => tree.flatMap(({ items }) => items);

/** A setting by its name. */
export const leafAt = (tree: Tree, at: string): Leaf | undefined => leaves(tree).find((one) => one.id === at);

/** The menu that has a setting in it. */
export const menuOf = ({ tree }: Tree, at: string): Menu | undefined =>
  tree.find(({ items }) => items.some((one) => one.id === at));

/** The setting that switches a menu's networks on: its first switch. */
export const radioOf = ({ items }: Menu): string | undefined => items.find(({ kind }) => kind === 'switch')?.id;

const named = ({ tree }: Tree): string[] => [
  ...tree.map((one) => one.id),
  ...leaves({ tree }).flatMap((one) => (one.kind === 'choice' ? [one.id, ...one.options] : [one.id]))
];

const unique = (names: string[]): boolean => new Set(names).size === names.length;

const hasStep = (at: Leaf | undefined, step: number): boolean => at?.kind === 'steps' && step >= 1 && step <= at.most;

/** Whether a goal asks for something its setting can be. */
function fits(goalOf: Goal, at: Leaf | undefined): boolean {
  switch (goalOf.want) {
    case 'read':
      return at?.kind === 'fact';
    case 'on':
    case 'off':
      return at?.kind === 'switch';
    case 'option':
      return at?.kind === 'choice' && at.options.includes(goalOf.option);
    case 'at-least':
    case 'at-most':
      return hasStep(at, goalOf.step);
    case 'joined':
      return at?.kind === 'network' && at.own;
  }
}

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    tree: v.pipe(v.array(menu), v.minLength(1)),
    goals: v.pipe(v.array(goal), v.minLength(1)),
    texts: v.strictObject({
      ...texts,
      labels,
      /** The words of the facts. */
      facts: v.optional(labels, {}),
      /** The sentence that shows how large the text is. */
      preview: v.optional(text)
    })
  }),
  v.forward(
    v.check(
      ({ tree }) => unique([...tree.map((one) => one.id), ...leaves({ tree }).map((one) => one.id)]),
      'A name stands twice in the tree.'
    ),
    ['tree']
  ),
  v.forward(
    v.check(
      (params) => params.goals.every((one) => fits(one, leafAt(params, one.at))),
      'A goal does not fit the setting it names.'
    ),
    ['goals']
  ),
  v.forward(
    v.check(({ goals, texts: { asks } }) => goals.length === asks.length, 'Write one sentence for each goal.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ tree, texts: { labels: words } }) => unnamed(named({ tree }), words).length === 0,
      'A setting or an option has no word here.'
    ),
    ['texts', 'labels']
  ),
  v.forward(
    v.check(
      ({ tree, texts: { facts } }) =>
        unnamed(
          leaves({ tree }).flatMap((one) => (one.kind === 'fact' ? [one.id] : [])),
          facts
        ).length === 0,
      'A fact has no words here.'
    ),
    ['texts', 'facts']
  )
);

export type SettingsParams = v.InferOutput<typeof paramsSchema>;
