import { describe, expect, it } from 'vitest';
import { aClub, aStaff, aWorld, aWriter } from '../../../tests/support/club';
import { aStore } from '../../../tests/support/store';
import { listGroups } from './groups.server';
import { addMeeting, moveMeeting, pageOfMeetings } from './meetings.server';
import { addMember, membersOfGroup } from './members.server';
import { addSeries } from './series.server';
import { snapshotFor } from './snapshot.server';
import { nextGroupForm, passedIn, passedText } from './term-forms';
import { beginTerm, proposeTerm, withdrawTerm, type NextGroup } from './term.server';
import { changeVenue } from './venues.server';
import { waitForPlace, waitingFor } from './waiting.server';
import { sameWeekdayFrom } from './zone';

const term = { first: '2027-02-01', until: '2027-06-30' };
const times = { start: '14:00', end: '16:00' };

/** A group that met every other Monday, with somebody who waits, on the last day of its term. */
async function anOldGroup() {
  const writer = aWriter(aStore(), aWorld('2027-01-26T18:00:00Z'));
  const { store, world } = writer;
  const trainer = await aStaff(writer, { username: 'luise' });
  const { venue, group, members } = await aClub(writer, { people: ['Anna', 'Bernd', 'Christa'], trainers: [trainer] });
  await changeVenue(writer, { id: venue, name: 'Haus', address: '', state: 'NI' });
  await addSeries(writer, { group, everyWeeks: 2, dates: ['2027-01-11', '2027-01-25'], ...times });
  const zora = await addMember(writer, { firstName: 'Zora', initial: '', picture: 'owl' });
  await waitForPlace(writer, { member: zora, group });
  world.pass(1000);
  const propose = () => proposeTerm(store, { ids: [group], term, today: '2027-01-26', at: 'all' });
  const names = async (id: string) => (await membersOfGroup(store, id)).map(({ firstName }) => firstName);
  const open = async () => (await listGroups(store, 'all')).filter(({ closed }) => !closed).map(({ name }) => name);
  return { writer, store, world, venue, group, members, trainer, zora, propose, names, open };
}

type Old = Awaited<ReturnType<typeof anOldGroup>>;

async function begun(old: Old, { closes = true } = {}) {
  const [next] = await old.propose();
  if (!next?.dates) throw new Error('No proposal');
  const { rhythm, dates } = next.dates;
  const free = dates.filter(({ holiday, taken }) => holiday === undefined && taken !== true).map(({ date }) => date);
  const members = old.members.slice(0, 2);
  const text = { group: next.group, name: 'Montag im Frühjahr', members, rhythm, dates: free, closes };
  const passed = await beginTerm(old.writer, [text]);
  return { passed, to: passed[0]?.to ?? '', free };
}

describe('the next term of a group', () => {
  it('is shown before anything is written: its people, its weekday, hour and rhythm, holidays named', async () => {
    const old = await anOldGroup();
    const [next] = await old.propose();
    expect(next).toMatchObject({ left: 0, dates: { rhythm: { everyWeeks: 2, ...times }, stateKnown: true } });
    expect(next?.members.map(({ firstName }) => firstName)).toEqual(['Anna', 'Bernd', 'Christa']);
    expect(next?.dates?.dates.slice(0, 3).map(({ date }) => date)).toEqual(['2027-02-01', '2027-02-15', '2027-03-01']);
    expect(next?.dates?.dates.find(({ date }) => date === '2027-03-29')).toMatchObject({ holiday: 'Ostermontag' });
    expect(next?.dates?.dates.at(-1)?.date).toBe('2027-06-21');
    expect(await old.open()).toEqual(['Montagsgruppe']);
  });

  it('has the trainers, who was chosen, whoever waits, and its dates; the old one keeps its list and leaves the tablets', async () => {
    const old = await anOldGroup();
    const { to, free } = await begun(old);
    expect(await old.names(to)).toEqual(['Anna', 'Bernd']);
    expect(await old.names(old.group)).toEqual(['Anna', 'Bernd', 'Christa']);
    expect((await waitingFor(old.store, to)).map(({ id }) => id)).toEqual([old.zora]);
    expect(await old.open()).toEqual(['Montag im Frühjahr']);
    const [made] = (await listGroups(old.store, 'all')).filter(({ id }) => id === to);
    expect(made).toMatchObject({ venue: old.venue, course: 'tablet-basics', trainers: [{ id: old.trainer }] });
    const { meetings } = await pageOfMeetings(old.store, { at: 'all', from: '2027-02-01', group: to, page: 1 });
    expect(meetings.map(({ date }) => date)).toEqual(free);
    const tablet = { id: 't', venue: old.venue, enrolledAt: 0 };
    const actor = { kind: 'device', tablet } as const;
    const tiles = (await snapshotFor(old.store, { actor, now: old.world.now() }))?.snapshot;
    expect(tiles?.members.map(({ firstName }) => firstName)).toEqual(['Anna', 'Bernd']);
  });

  it('can begin before the old one is over: both are open, and dates that the old one has are not taken twice', async () => {
    const old = await anOldGroup();
    await addMeeting(old.writer, { group: old.group, date: '2027-02-01', ...times });
    const [next] = await old.propose();
    expect(next?.left).toBe(1);
    expect(next?.dates?.dates[0]).toMatchObject({ date: '2027-02-01', taken: true });
    await begun(old, { closes: false });
    expect(await old.open()).toEqual(['Montag im Frühjahr', 'Montagsgruppe']);
  });

  it('is taken back whole: the new one is gone, the old one as it was', async () => {
    const old = await anOldGroup();
    const { passed, to } = await begun(old);
    const before = await listGroups(old.store, 'all');
    const again = passedIn(
      passedText(passed),
      before.map(({ id }) => id)
    );
    expect(again).toEqual(passed);
    expect(await withdrawTerm(old.writer, again)).toEqual({ ok: true, value: undefined });
    expect((await listGroups(old.store, 'all')).map(({ id, closed }) => [id, closed])).toEqual([[old.group, false]]);
    expect(await old.names(to)).toEqual([]);
    expect((await old.propose())[0]?.members).toHaveLength(3);
  });

  it.each<[string, (old: Old, to: string) => Promise<unknown>]>([
    [
      'somebody came since',
      (old, to) => addMember(old.writer, { firstName: 'Emil', initial: '', picture: 'owl', group: to })
    ],
    [
      'a meeting was moved',
      (old, to) => moveMeeting(old.writer, { id: `${to}.2027-02-15`, date: '2027-02-16', ...times })
    ],
    [
      'something was entered',
      async (old, to) =>
        old.store.db.prepare('INSERT INTO streams (stream, last) VALUES (?, 1)').run(`meeting/${to}.2027-02-15`)
    ]
  ])('is not taken back where %s: nothing is lost', async (_, happens) => {
    const old = await anOldGroup();
    const { passed, to } = await begun(old);
    old.world.pass(1000);
    await happens(old, to);
    expect(await withdrawTerm(old.writer, passed)).toEqual({ ok: false, error: 'in-use' });
    expect(await old.open()).toEqual(['Montag im Frühjahr']);
  });

  it('of a group of another office is not proposed, and an undo touches no group that is not known', async () => {
    const old = await anOldGroup();
    expect(await proposeTerm(old.store, { ids: [old.group], term, today: '2027-01-26', at: ['elsewhere'] })).toEqual(
      []
    );
    expect(passedIn('a b closed,a c open,', ['a', 'b'])).toEqual([{ from: 'a', to: 'b', closed: true }]);
  });
});

it.each([
  ['2027-02-01', '2027-01-25', '2027-02-01'],
  ['2027-02-02', '2027-01-25', '2027-02-08'],
  ['2028-02-23', '2027-12-28', '2028-02-29'],
  ['2027-03-25', '2027-12-26', '2027-03-28']
])('from %s the next day like %s is %s: over leap days and clock changes', (first, like, expected) => {
  expect(sameWeekdayFrom(first, like)).toBe(expected);
});

it('only dates and people that the page offered are taken', () => {
  const member = { id: 'anna', firstName: 'Anna', initial: '', picture: 'owl' };
  const dates: NextGroup['dates'] = {
    dates: [{ date: '2027-02-01' }, { date: '2027-02-08', taken: true }],
    stateKnown: true,
    rhythm: { everyWeeks: 1, ...times }
  };
  const read = (text: object) =>
    nextGroupForm({ members: [member], dates })['~standard'].validate({ name: 'N', members: [], dates: [], ...text });
  expect(read({ members: ['anna'], dates: ['2027-02-01'] })).not.toHaveProperty('issues');
  for (const bad of [{ members: ['bernd'] }, { dates: ['2027-02-08'] }, { dates: ['2027-02-15'] }, { name: ' ' }])
    expect(read(bad)).toHaveProperty('issues');
});
