import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** Series are told apart by shape first, then by colour. */
const shapes = ['circle', 'triangle', 'square'] as const;

const series = v.strictObject({
  id,
  shape: v.picklist(shapes),
  /** One reading a time; null is a gap. */
  values: v.array(v.nullable(v.number()))
});

const task = v.variant('do', [
  v.strictObject({ do: v.literal('find'), what: v.picklist(['max', 'min', 'stuck', 'missing']), in: id }),
  v.strictObject({
    do: v.literal('choose'),
    picks: v.pipe(v.array(v.strictObject({ id, ok: v.optional(v.boolean(), false) })), v.minLength(2), v.maxLength(4))
  })
]);

export type Series = v.InferOutput<typeof series>;
export type Task = v.InferOutput<typeof task>;
export type Find = Extract<Task, { do: 'find' }>;

/** So many equal readings one after the other are a sensor that is stuck. */
const stuckRun = 4;

/** The places of a series at which what is looked for stands. */
export function placesOf({ values }: Series, what: Find['what']): number[] {
  const known = values.filter((value) => value !== null);
  const at = (is: (value: number | null, index: number) => boolean): number[] =>
    values.flatMap((value, index) => (is(value, index) ? [index] : []));
  switch (what) {
    case 'max':
      return at((value) => value === Math.max(...known));
    case 'min':
      return at((value) => value === Math.min(...known));
    case 'missing':
      return at((value) => value === null);
    case 'stuck':
      return at((value, index) => value !== null && runAround(values, index) >= stuckRun);
  }
}

/** How many equal readings stand in a row around a place. */
function runAround(values: readonly (number | null)[], index: number): number {
  let [from, to] = [index, index];
  while (from > 0 && values[from - 1] === values[index]) from -= 1;
  while (to < values.length - 1 && values[to + 1] === values[index]) to += 1;
  return to - from + 1;
}

interface Scene {
  series: Series[];
  tasks: Task[];
}

export const seriesAt = ({ series: all }: Pick<Scene, 'series'>, name: string): Series | undefined =>
  all.find((one) => one.id === name);

const picksOf = ({ tasks }: Scene): string[] =>
  tasks.flatMap((one) => (one.do === 'choose' ? one.picks.map((pick) => pick.id) : []));

/** Whether what a task looks for is there, but not everywhere. */
function isSound(scene: Scene, one: Task): boolean {
  if (one.do === 'choose') return one.picks.some(({ ok }) => ok);
  const wanted = seriesAt(scene, one.in);
  if (!wanted) return false;
  const places = placesOf(wanted, one.what).length;
  return places > 0 && places < wanted.values.length;
}

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    /** The unit, as it stands behind a number. */
    unit: text,
    /** The hours of the readings. */
    hours: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24))),
      v.minLength(4),
      v.maxLength(9)
    ),
    series: v.pipe(v.array(series), v.minLength(1), v.maxLength(3)),
    tasks: v.pipe(v.array(task), v.minLength(1)),
    texts: v.strictObject({
      ...texts,
      title: text,
      series: labels,
      picks: v.optional(labels, {}),
      answers: v.optional(labels, {})
    })
  }),
  v.forward(
    v.check(
      ({ hours, series: all }) => all.every(({ values }) => values.length === hours.length),
      'A series has one reading for each hour.'
    ),
    ['series']
  ),
  v.forward(
    v.check(
      ({ series: all }) =>
        new Set(all.map((one) => one.id)).size === all.length &&
        new Set(all.map((one) => one.shape)).size === all.length,
      'Two series have the same name or shape.'
    ),
    ['series']
  ),
  v.forward(
    v.check(
      (scene) => scene.tasks.every((one) => isSound(scene, one)),
      'A task looks for something that is not there, or has no right answer.'
    ),
    ['tasks']
  ),
  v.forward(
    v.check(({ tasks, texts: { asks } }) => tasks.length === asks.length, 'Write one sentence for each task.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ series: all, texts: { series: words } }) =>
        unnamed(
          all.map((one) => one.id),
          words
        ).length === 0,
      'A series has no name here.'
    ),
    ['texts', 'series']
  ),
  v.forward(
    v.check((scene) => unnamed(picksOf(scene), scene.texts.picks).length === 0, 'An answer has no words here.'),
    ['texts', 'picks']
  ),
  v.forward(
    v.check((scene) => unnamed(picksOf(scene), scene.texts.answers).length === 0, 'An answer is not answered here.'),
    ['texts', 'answers']
  )
);

export type SensorParams = v.InferOutput<typeof paramsSchema>;
