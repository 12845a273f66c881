import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { guideReportSchema, type GuideReport } from './report';
import { closeGuide, countOpenGuides, keepGuideReport, listReportedGuides, reopenGuide } from './reports.server';

const aReport = (change: Partial<GuideReport> = {}): GuideReport => ({
  id: newId(world),
  guide: 'text-size',
  system: 'android',
  withdrawn: false,
  ...change
});
const lines = async (office: ReturnType<typeof aWriter>) =>
  (await listReportedGuides(office.store)).map(({ guide, system, times, doneAt }) => [
    guide,
    system,
    times,
    doneAt === null
  ]);

describe('reports of outdated guides', () => {
  it('are counted by guide and system, the last one first', async () => {
    const office = aWriter(aStore());
    for (const change of [{}, { system: 'ipados' }, {}] as const) {
      office.world.pass(1000);
      await keepGuideReport(office, aReport(change));
    }
    expect(await lines(office)).toEqual([
      ['text-size', 'android', 2, true],
      ['text-size', 'ipados', 1, true]
    ]);
    expect(await countOpenGuides(office.store)).toBe(2);
  });

  it('that are sent twice count once, and taken back they do not count, whichever comes first', async () => {
    const office = aWriter(aStore());
    const [first, second] = [aReport(), aReport({ system: 'windows' })];
    for (const report of [first, first, { ...second, withdrawn: true }, second]) await keepGuideReport(office, report);
    expect(await lines(office)).toEqual([['text-size', 'android', 1, true]]);
    await keepGuideReport(office, { ...first, withdrawn: true });
    await keepGuideReport(office, first);
    expect(await lines(office)).toEqual([]);
  });

  it('are dealt with together; what comes later is new, and only what was closed is opened again', async () => {
    const office = aWriter(aStore());
    await keepGuideReport(office, aReport());
    const at = await closeGuide(office, { guide: 'text-size', system: 'android' });
    office.world.pass(1000);
    await keepGuideReport(office, aReport());
    expect(await lines(office)).toEqual([
      ['text-size', 'android', 1, true],
      ['text-size', 'android', 1, false]
    ]);
    await reopenGuide(office, { guide: 'text-size', system: 'android', at });
    expect(await lines(office)).toEqual([['text-size', 'android', 2, true]]);
  });

  it.each([
    ['with an id of its own making', { id: '1' }],
    ['for a system that there is not', { system: 'amiga' }],
    ['with words in place of a guide', { guide: 'Die Schrift ist weg' }],
    ['of a guide with an endless name', { guide: 'a'.repeat(61) }]
  ])('%s are not taken', (_, change) => {
    expect(v.is(guideReportSchema, { ...aReport(), ...change })).toBe(false);
  });
});
