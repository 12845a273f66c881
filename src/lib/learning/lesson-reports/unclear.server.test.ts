import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { aWriter } from '../../../../tests/support/club';
import { aStore } from '../../../../tests/support/store';
import { lessonReportSchema, type UnclearStep } from './report';
import { keepUnclear, listUnclear } from './unclear.server';

const unclear = (change: Partial<UnclearStep> = {}): UnclearStep => ({
  id: newId(world),
  what: 'unclear',
  course: 'tablet-basics',
  lesson: 'tap-swipe-scroll',
  step: 'scroll',
  locale: 'de',
  withdrawn: false,
  ...change
});

const lines = async (office: ReturnType<typeof aWriter>) =>
  (await listUnclear(office.store)).map(({ id, times }) => [id, times]);

describe('steps that were not understood', () => {
  it('are counted, the hardest first', async () => {
    const office = aWriter(aStore());
    for (const step of ['tap', 'scroll', 'scroll']) await keepUnclear(office, unclear({ step }));
    expect(await lines(office)).toEqual([
      ['tablet-basics/tap-swipe-scroll/scroll', 2],
      ['tablet-basics/tap-swipe-scroll/tap', 1]
    ]);
  });

  it('said twice with one id count once, and taken back not at all, whichever comes first', async () => {
    const office = aWriter(aStore());
    const [first, second] = [unclear(), unclear()];
    for (const one of [first, first, { ...second, withdrawn: true }, second]) await keepUnclear(office, one);
    expect(await lines(office)).toEqual([['tablet-basics/tap-swipe-scroll/scroll', 1]]);
    await keepUnclear(office, { ...first, withdrawn: true });
    expect(await lines(office)).toEqual([]);
  });

  it.each<[string, object]>([
    ['with an id of its own making', { id: '1' }],
    ['with words in place of a step', { step: 'Der dritte Schritt' }],
    ['in a language that there is not', { locale: 'xx' }],
    ['with an endless name', { lesson: 'a'.repeat(81) }],
    ['of a kind that there is not', { what: 'angry' }]
  ])('%s are not taken', (_name, change) => {
    expect(v.is(lessonReportSchema, unclear())).toBe(true);
    expect(v.is(lessonReportSchema, { ...unclear(), ...change })).toBe(false);
  });
});
