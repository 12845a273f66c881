import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { barrierReportSchema } from './barrier-report';
import { countOpenBarrierReports, keepBarrierReport, listBarrierReports, setBarrierDone } from './barriers.server';

const aReport = (text: string) => ({ id: newId(world), page: '/de', text, contact: '', locale: 'de' });

describe('reports of barriers', () => {
  it('are listed open ones first, the newest first', async () => {
    const office = aWriter(aStore());
    const reports = ['old', 'middle', 'new'].map(aReport);
    for (const report of reports) {
      await keepBarrierReport(office, report);
      office.world.pass(1000);
    }
    await setBarrierDone(office, { id: reports[2]?.id ?? '', done: true });
    expect((await listBarrierReports(office.store)).map(({ text }) => text)).toEqual(['middle', 'old', 'new']);
    expect(await countOpenBarrierReports(office.store)).toBe(2);
  });

  it('that are sent twice are kept once', async () => {
    const office = aWriter(aStore());
    const report = aReport('too pale');
    await keepBarrierReport(office, report);
    await keepBarrierReport(office, report);
    expect(await listBarrierReports(office.store)).toHaveLength(1);
  });

  it.each([
    ['without words', { text: ' ' }],
    ['of a book', { text: 'x'.repeat(4001) }],
    ['with an id of its own making', { id: '1' }],
    ['in an unknown language', { locale: 'xx' }]
  ])('%s are not taken', (_, change) => {
    expect(v.is(barrierReportSchema, { ...aReport('too pale'), ...change })).toBe(false);
  });
});
