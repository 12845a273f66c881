import { describe, expect, it } from 'vitest';
import { aClub, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import {
  addMeeting,
  findMeeting,
  moveMeeting,
  pageOfMeetings,
  setMeetingsCancelled,
  setMeetingTimes
} from './meetings.server';
import { meetingId } from './meeting-id';
import { addSeries, findSeries, laterInSeries, meantToo, proposeSeries, withdrawSeries } from './series.server';
import { venues } from './schema.server';
import { dayOf } from './zone';

const times = { start: '14:00', end: '16:00' };
const mondays = ['2027-01-11', '2027-01-18', '2027-01-25'];

async function aPlannedClub() {
  const writer = aWriter(aStore());
  const { store } = writer;
  const club = await aClub(writer);
  const series = await addSeries(writer, { group: club.group, everyWeeks: 1, dates: mondays, ...times });
  const meeting = async (date: string) => {
    const found = await findMeeting(store, { id: meetingId(club.group, date), at: 'all' });
    if (!found) throw new Error(`No meeting of ${date}`);
    return found;
  };
  const wanted = { at: 'all', from: dayOf(writer.world.now()), group: '', page: 1 } as const;
  const coming = async () => (await pageOfMeetings(store, wanted)).meetings;
  const too = async (date: string) => {
    const one = await meeting(date);
    return meantToo(await laterInSeries(store, one), one);
  };
  const ids = (dates: readonly string[]) => dates.map((date) => meetingId(club.group, date));
  return { ...club, writer, store, series, meeting, coming, too, ids };
}

describe('a series', () => {
  it('is proposed without the holidays of the state and the days on which the group meets already', async () => {
    const { store, group } = await aPlannedClub();
    store.orm.update(venues).set({ state: 'NI' }).run();
    const { dates, stateKnown } = await proposeSeries(store, {
      group,
      first: '2027-01-25',
      everyWeeks: 1,
      count: 9
    });
    expect(stateKnown).toBe(true);
    expect(dates.find(({ date }) => date === '2027-01-25')).toMatchObject({ taken: true });
    expect(dates.find(({ date }) => date === '2027-03-29')).toMatchObject({ holiday: 'Ostermontag' });
    expect(dates).toHaveLength(11);
  });

  it('says that it knows no holidays of a state where the venue names none', async () => {
    const { store, group } = await aPlannedClub();
    expect(await proposeSeries(store, { group, first: '2027-03-08', everyWeeks: 1, count: 2 })).toMatchObject({
      stateKnown: false,
      dates: [{ holiday: undefined }, {}]
    });
  });

  it('is planned whole, leaves a day out that was taken meanwhile, and knows itself by its group', async () => {
    const { writer, store, group, coming, series } = await aPlannedClub();
    const again = await addSeries(writer, { group, everyWeeks: 1, dates: ['2027-01-25', '2027-02-01'], ...times });
    expect((await coming()).map(({ date, series: of }) => [date, of])).toEqual([
      ...mondays.map((date) => [date, series]),
      ['2027-02-01', again]
    ]);
    expect(await findSeries(store, { id: again, at: 'all' })).toMatchObject({ groupName: 'Montagsgruppe' });
    expect(await findSeries(store, { id: again, at: ['elsewhere'] })).toBeUndefined();
  });

  it('is taken back whole, but for meetings that were changed or at which something was entered', async () => {
    const { writer, store, group, coming, series } = await aPlannedClub();
    const entered = `meeting/${meetingId(group, '2027-01-18')}`;
    store.db.prepare('INSERT INTO streams (stream, last) VALUES (?, 1)').run(entered);
    await setMeetingsCancelled(writer, { ids: [meetingId(group, '2027-01-25')], cancelled: true });
    await withdrawSeries(writer, series);
    expect((await coming()).map(({ date }) => date)).toEqual(['2027-01-18', '2027-01-25']);
  });

  it('is cancelled from one of its meetings on, with the reason, and taken back the same way', async () => {
    const { writer, coming, too, ids, meeting } = await aPlannedClub();
    await setMeetingsCancelled(writer, { ids: ids(['2027-01-25']), cancelled: true, reason: 'Schnee' });
    writer.world.pass(1000);
    expect((await too('2027-01-11')).toCancel).toEqual(ids(['2027-01-18']));
    const both = ids(['2027-01-11', '2027-01-18']);
    await setMeetingsCancelled(writer, { ids: both, cancelled: true, reason: 'Umbau' });
    expect((await coming()).map(({ reason }) => reason)).toEqual(['Umbau', 'Umbau', 'Schnee']);
    expect((await too('2027-01-11')).toRestore).toEqual(ids(['2027-01-18']));
    await setMeetingsCancelled(writer, { ids: both, cancelled: false });
    expect((await coming()).map(({ cancelled }) => cancelled)).toEqual([false, false, true]);
    expect(await meeting('2027-01-11')).toMatchObject({ reason: '', cancelledAt: null });
  });

  it('gets other times from one of its meetings on; one that has its own keeps them', async () => {
    const { writer, coming, too, ids } = await aPlannedClub();
    await setMeetingTimes(writer, { ids: ids(['2027-01-18']), start: '10:00', end: '11:00' });
    const { toMove } = await too('2027-01-11');
    expect(toMove).toEqual(ids(['2027-01-25']));
    await setMeetingTimes(writer, { ids: toMove, start: '15:00', end: '17:00' });
    expect((await coming()).map(({ start }) => start)).toEqual(['14:00', '10:00', '15:00']);
  });

  it('goes on in the order in which it was planned, also after a meeting that was moved behind others', async () => {
    const { writer, too, ids } = await aPlannedClub();
    await moveMeeting(writer, { id: ids(['2027-01-11'])[0] ?? '', date: '2027-02-02', ...times });
    expect((await too('2027-01-11')).toCancel).toEqual(ids(['2027-01-18', '2027-01-25']));
  });
});

describe('a meeting that is moved', () => {
  it('keeps its id, remembers the day that it was planned for, and forgets it when it is moved back', async () => {
    const { writer, meeting, ids } = await aPlannedClub();
    const [id = ''] = ids(['2027-01-11']);
    expect(await moveMeeting(writer, { id, date: '2027-01-12', ...times })).toMatchObject({ ok: true });
    expect(await meeting('2027-01-11')).toMatchObject({ id, date: '2027-01-12', movedFrom: '2027-01-11' });
    await moveMeeting(writer, { id, date: '2027-01-13', ...times });
    expect(await meeting('2027-01-11')).toMatchObject({ date: '2027-01-13', movedFrom: '2027-01-11' });
    await moveMeeting(writer, { id, date: '2027-01-11', ...times });
    expect((await meeting('2027-01-11')).movedFrom).toBeUndefined();
  });

  it('does not go to a day on which the group meets already, a cancelled meeting included', async () => {
    const { writer, ids, coming } = await aPlannedClub();
    await setMeetingsCancelled(writer, { ids: ids(['2027-01-18']), cancelled: true });
    const moved = await moveMeeting(writer, { id: ids(['2027-01-11'])[0] ?? '', date: '2027-01-18', ...times });
    expect(moved).toEqual({ ok: false, error: 'same-day' });
    expect((await coming()).map(({ date }) => date)).toEqual(mondays);
    expect(await moveMeeting(writer, { id: 'nowhere', date: '2027-01-18', ...times })).toMatchObject({ error: 'gone' });
  });

  it('leaves its day to another meeting, which is another one, and cannot come back to it then', async () => {
    const { writer, group, ids } = await aPlannedClub();
    const [id = ''] = ids(['2027-01-11']);
    await moveMeeting(writer, { id, date: '2027-01-12', ...times });
    const added = await addMeeting(writer, { group, date: '2027-01-11', ...times });
    expect(added).toEqual({ ok: true, value: `${id}.2` });
    expect(await moveMeeting(writer, { id, date: '2027-01-11', ...times })).toMatchObject({ error: 'same-day' });
    expect(await addMeeting(writer, { group, date: '2027-01-12', ...times })).toMatchObject({ error: 'same-day' });
  });
});

describe('the list of meetings', () => {
  it('shows 50 on a page, from any day on, of all groups or of one, of the own venues alone', async () => {
    const { writer, store, venue, group } = await aPlannedClub();
    const other = await aClub(writer, { name: 'Dienstagsgruppe' });
    const days = Array.from(
      { length: 60 },
      (_, i) => `2027-0${3 + Math.floor(i / 28)}-${String((i % 28) + 1).padStart(2, '0')}`
    );
    await addSeries(writer, { group: other.group, everyWeeks: 1, dates: days, ...times });
    const asked = { at: 'all', from: '2027-01-01', group: '', page: 1 } as const;
    const first = await pageOfMeetings(store, asked);
    expect([first.meetings.length, first.more, first.meetings[0]?.date]).toEqual([50, true, '2027-01-11']);
    const second = await pageOfMeetings(store, { ...asked, page: 2 });
    expect([second.meetings.length, second.more]).toEqual([13, false]);
    const shown = async (more: object) => (await pageOfMeetings(store, { ...asked, ...more })).meetings.length;
    expect(await shown({ group })).toBe(3);
    expect(await shown({ group, from: '2027-01-18' })).toBe(2);
    expect(await shown({ at: [venue] })).toBe(3);
    expect(await shown({ page: 3 })).toBe(0);
    expect(await findMeeting(store, { id: meetingId(other.group, days[0] ?? ''), at: [venue] })).toBeUndefined();
  });
});
