import { parse } from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { paramsSchema, placesOf, type Series } from './readings';
import { sensor } from './rules';
import { start, type SensorAction, type SensorState } from './state';

const garden: Series = { id: 'garden', shape: 'circle', values: [8, 12, 17, 12, 9, null] };
const cellar: Series = { id: 'cellar', shape: 'triangle', values: [20, 11, 11, 11, 11, 10] };

/** Three equal readings in a row may be chance. */
const attic: Series = { ...cellar, id: 'attic', values: [20, 11, 11, 11, 12, 12] };

const scene = (facts: object = {}, texts: object = {}) =>
  parse(paramsSchema, {
    unit: '°C',
    hours: [6, 9, 12, 15, 18, 21],
    series: [garden, cellar],
    tasks: [
      { do: 'find', what: 'max', in: 'garden' },
      { do: 'choose', picks: [{ id: 'delete' }, { id: 'note', ok: true }] }
    ],
    ...facts,
    texts: {
      task: 'Look.',
      done: 'You look.',
      asks: ['Find.', 'Choose.'],
      worksheet: ['I look.'],
      title: 'Readings',
      series: { garden: 'Garden', cellar: 'Cellar' },
      picks: { delete: 'Delete', note: 'Note' },
      answers: { delete: 'Leave it.', note: 'Right.' },
      ...texts
    }
  });

const params = scene();
const point = (series: string, at: number): SensorAction => ({ type: 'point', series, at });
const after = (...actions: SensorAction[]): SensorState => actions.reduce(sensor.reduce, start(params));

describe('in a series', () => {
  it.each([
    ['max', garden, [2]],
    ['min', garden, [0]],
    ['missing', garden, [5]],
    ['stuck', garden, []],
    ['stuck', cellar, [1, 2, 3, 4]],
    ['stuck', attic, []]
  ] as const)('%s stands where it stands', (what, series, places) => {
    expect(placesOf(series, what)).toEqual(places);
  });
});

test('the peak of the right series is found', () => {
  expect(after(point('garden', 2))).toMatchObject({
    now: { task: 1 },
    saying: { key: 'practice-sensor.reading', values: { series: 'Garden', hour: 12, value: 17, unit: '°C' } }
  });
});

test('the peak of another series is told by its shape', () => {
  expect(after(point('cellar', 0)).saying).toEqual({
    key: 'practice-sensor.other.triangle',
    values: { wanted: 'Garden' },
    tone: 'again'
  });
});

test('a value that is not the highest is no peak', () => {
  expect(after(point('garden', 1))).toMatchObject({ misses: 1, saying: { key: 'practice-sensor.not.max' } });
});

test('a strange value is left where it is, with a note', () => {
  const wrong = after(point('garden', 2), { type: 'pick', pick: 'delete' });
  expect(wrong.saying).toMatchObject({ values: { words: 'Leave it.' }, tone: 'again' });
  expect(sensor.judge(sensor.reduce(wrong, { type: 'pick', pick: 'note' })).done).toBe(true);
});

test.each([
  ['a gap that is not there', { tasks: [{ do: 'find', what: 'missing', in: 'cellar' }] }, { asks: ['Find.'] }],
  ['a series without a reading for each hour', { hours: [6, 9, 12, 15] }, {}],
  ['two series of one shape', { series: [garden, { ...cellar, shape: 'circle' }] }, {}],
  [
    'a question without a right answer',
    { tasks: [{ do: 'choose', picks: [{ id: 'delete' }, { id: 'note' }] }] },
    { asks: ['Choose.'] }
  ]
])('%s is refused', (_name, facts, texts) => {
  expect(() => scene(facts, texts)).toThrow();
});
