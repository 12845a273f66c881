import { expect, it } from 'vitest';
import { noteHandOut, noteLook } from '$lib/audit/looks.server';
import { latestDeeds } from '$lib/audit/trail.server';
import { aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { memberList } from './member-list.server';

it('a second look within the hour is the same look; each hand-out is one of its own, and none is a change of the club', async () => {
  const office = aWriter(aStore());
  const noted = () => office.store.db.prepare('SELECT subject, what FROM audit_looks ORDER BY id').all();
  noteLook(office, 'person/anna');
  noteHandOut(office, 'person/anna');
  noteLook(office, 'person/anna');
  noteHandOut(office, 'person/anna');
  await memberList(office, { at: 'all', heads: { firstName: 'V', initial: 'A', group: 'G' } });
  expect(noted()).toEqual([
    { subject: 'person/anna', what: 'seen' },
    ...Array.from({ length: 2 }, () => ({ subject: 'person/anna', what: 'handed-out' })),
    { subject: 'members/list', what: 'handed-out' }
  ]);
  office.world.pass(3_600_001);
  noteLook(office, 'person/anna');
  expect(noted()).toHaveLength(5);
  expect(await latestDeeds(office.store, 10)).toEqual([]);
});
