import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** One of several values, such as an age rating or a bed time. */
const choice = v.strictObject({
  kind: v.literal('choice'),
  id,
  options: v.pipe(v.array(id), v.minLength(2), v.maxLength(5)),
  value: id,
  /** The values that suit the child. */
  want: v.pipe(v.array(id), v.minLength(1))
});

const onOrOff = v.strictObject({ kind: v.literal('switch'), id, value: v.boolean(), want: v.boolean() });

/** Minutes a day, moved by two keys. */
const minutes = v.strictObject({
  kind: v.literal('minutes'),
  id,
  value: v.pipe(v.number(), v.integer(), v.minValue(0)),
  by: v.optional(v.picklist([15, 30]), 15),
  most: v.pipe(v.number(), v.integer(), v.maxValue(300)),
  /** From and to, both still good. */
  want: v.pipe(
    v.tuple([v.number(), v.number()]),
    v.check(([from, to]) => from <= to, 'From is not after to.')
  )
});

/** A secret number of four figures; the one given here is what the hint offers. */
const pin = v.strictObject({
  kind: v.literal('pin'),
  id,
  offer: v.pipe(v.string(), v.regex(/^\d{4}$/, 'A PIN has four figures.'))
});

const item = v.variant('kind', [choice, onOrOff, minutes, pin]);
const menu = v.strictObject({ id, items: v.pipe(v.array(item), v.minLength(1), v.maxLength(4)) });

export type Item = v.InferOutput<typeof item>;
export type Menu = v.InferOutput<typeof menu>;

interface Menus {
  menus: Menu[];
  bornIn: number;
}

export const itemsOf = ({ menus }: Pick<Menus, 'menus'>): Item[] => menus.flatMap(({ items }) => items);

export const itemAt = (menus: Pick<Menus, 'menus'>, at: string): Item | undefined =>
  itemsOf(menus).find((one) => one.id === at);

export const menuWith = ({ menus }: Pick<Menus, 'menus'>, at: string): Menu | undefined =>
  menus.find(({ items }) => items.some((one) => one.id === at));

/** Why a PIN is easy to guess; undefined where it is not. Years of birth are those of the child and of grown-ups. */
export function weakness(number: string, bornIn: number): 'same' | 'row' | 'year' | undefined {
  const figures = [...number].map(Number);
  const steps = figures.slice(1).map((figure, index) => figure - (figures[index] ?? 0));
  if (steps.every((step) => step === 0)) return 'same';
  if (steps.every((step) => step === 1) || steps.every((step) => step === -1)) return 'row';
  return number === String(bornIn) || /^19[2-9]\d$/.test(number) ? 'year' : undefined;
}

const namesIn = (menus: Menus): string[] => [
  ...menus.menus.map((one) => one.id),
  ...itemsOf(menus).flatMap((one) => (one.kind === 'choice' ? [one.id, ...one.options] : [one.id]))
];

/** Whether a value of an item is possible, and so is what is wanted. */
function isSound(one: Item, bornIn: number): boolean {
  switch (one.kind) {
    case 'choice':
      return [one.value, ...one.want].every((value) => one.options.includes(value)) && !one.want.includes(one.value);
    case 'switch':
      return one.value !== one.want;
    case 'minutes': {
      const [from, to] = one.want;
      const canReach = Math.ceil(from / one.by) * one.by <= to;
      const isMetAlready = from <= one.value && one.value <= to;
      return canReach && !isMetAlready && to <= one.most && one.value <= one.most && one.value % one.by === 0;
    }
    case 'pin':
      return weakness(one.offer, bornIn) === undefined;
  }
}

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    device: v.picklist(['console', 'phone', 'pc']),
    bornIn: v.pipe(v.number(), v.integer(), v.minValue(2005), v.maxValue(2030)),
    menus: v.pipe(v.array(menu), v.minLength(1), v.maxLength(5)),
    /** The items that are to be set, in the order of the asks. */
    goals: v.pipe(v.array(id), v.minLength(1)),
    texts: v.strictObject({
      ...texts,
      /** The name of the pretend device. */
      device: text,
      labels,
      /** What the practice says to a goal that is set well, and to a value that does not suit the child. */
      right: labels,
      wrong: labels
    })
  }),
  v.forward(
    v.check((scene) => {
      const names = [...scene.menus.map((one) => one.id), ...itemsOf(scene).map((one) => one.id)];
      return new Set(names).size === names.length;
    }, 'A name stands twice in the menus.'),
    ['menus']
  ),
  v.forward(
    v.check(
      (scene) => itemsOf(scene).every((one) => !scene.goals.includes(one.id) || isSound(one, scene.bornIn)),
      'A goal is met already, or cannot be met.'
    ),
    ['menus']
  ),
  v.forward(
    v.check(
      (scene) => itemsOf(scene).every((one) => one.kind !== 'choice' || one.options.includes(one.value)),
      'A value is not among its options.'
    ),
    ['menus']
  ),
  v.forward(
    v.check((scene) => scene.goals.every((goal) => itemAt(scene, goal) !== undefined), 'A goal is in no menu.'),
    ['goals']
  ),
  v.forward(
    v.check(({ goals, texts: { asks } }) => goals.length === asks.length, 'Write one sentence for each goal.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check((scene) => unnamed(namesIn(scene), scene.texts.labels).length === 0, 'A menu or a value has no word here.'),
    ['texts', 'labels']
  ),
  v.forward(
    v.check(({ goals, texts: { right } }) => unnamed(goals, right).length === 0, 'A goal has no answer here.'),
    ['texts', 'right']
  ),
  v.forward(
    v.check(({ goals, texts: { wrong } }) => unnamed(goals, wrong).length === 0, 'A goal has no answer here.'),
    ['texts', 'wrong']
  )
);

export type ParentalParams = v.InferOutput<typeof paramsSchema>;
