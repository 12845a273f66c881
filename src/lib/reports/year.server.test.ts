import { expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { mergeMembers } from '$lib/club/merge.server';
import { addMeeting, setMeetingsCancelled } from '$lib/club/meetings.server';
import { EventLog } from '$lib/sync/log.server';
import { readCsv } from '../../../tests/support/csv';
import { aClub, aWriter } from '../../../tests/support/club';
import { plansOf, scansOf } from '../../../tests/support/query-plans';
import { aStore } from '../../../tests/support/store';
import { allRooms } from '../../../tests/support/sync-server';
import { csvText } from '$lib/club/csv.server';
import { sheetLines } from './sheet-lines';
import { pageOfCounted } from './counted-meetings.server';
import { heldMeetings } from './held-meetings.server';
import { settledRules, settleRules } from './report-rules.server';
import { groupReport, yearReport } from './year.server';

/** A group with three people, two meetings that were held (one list is closed), one cancelled, and one last year. */
async function aYear() {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  const club = await aClub(writer, { people: ['=1+1', 'Bernd', 'Cem'] });
  const [anna = '', bernd = '', cem = ''] = club.members;
  const log = new EventLog(store, allRooms, world);
  const meetings: string[] = [];
  for (const date of ['2025-12-30', '2026-01-13', '2026-01-20', '2026-01-27']) {
    const added = await addMeeting(writer, { group: club.group, date, start: '14:00', end: '15:40' });
    if (added.ok) meetings.push(added.value);
  }
  const [before = '', first = '', second = '', third = ''] = meetings;
  let count = 0;
  const say = (meeting: string, type: string, data: unknown) => {
    count += 1;
    const [device, id] = [newId<'device'>(world), newId<'event'>(world)];
    const at = formatStamp({ ms: world.now(), counter: count, device });
    log.append([{ id, stream: `meeting/${meeting}`, type, at, by: 'staff/otto', data }], {
      device,
      receivedAt: world.now()
    });
    return id;
  };
  const opened = (meeting: string, date: string) =>
    say(meeting, 'meeting.opened', { group: club.group, date, start: '14:00', end: '15:40', unitMinutes: 45 });
  opened(before, '2025-12-30');
  say(before, 'attendance.marked', { person: cem, status: 'present' });
  opened(first, '2026-01-13');
  const marks = [
    say(first, 'attendance.marked', { person: anna, status: 'present' }),
    say(first, 'attendance.marked', { person: bernd, status: 'late', minutes: 10 })
  ];
  const tails = marks.map((id) => id.slice(-12));
  // It went on for twenty minutes more than was planned.
  const closing = say(first, 'sheet.closed', { start: '14:00', end: '16:00', unitMinutes: 45, marks: tails });
  opened(second, '2026-01-20');
  say(second, 'attendance.marked', { person: anna, status: 'left-early', minutes: 30 });
  say(second, 'attendance.marked', { person: bernd, status: 'absent' });
  await setMeetingsCancelled(writer, { ids: [third], cancelled: true, reason: 'Glatteis' });
  const correct = (person: string, status: string) =>
    say(first, 'attendance.marked', { person, status, closing, why: 'Später erfahren' });
  return { store, writer, club, anna, bernd, correct };
}

const words = {
  ...{ person: 'Person', count: 'Mal', minutes: 'Minuten', unknown: '?', cancelled: 'fiel aus', guest: 'Gast' },
  guestNamed: (name: string) => `${name} (Gast)`,
  mark: (status: string) => status,
  corrected: (mark: string) => `${mark}, korrigiert`
};

const ofYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const looking = { at: 'all', ...ofYear(2026), profile: 'whole-course' } as const;

test('a year counts what was held, by the rules stamped on each meeting', async () => {
  const { store, club } = await aYear();
  const report = yearReport(store, looking);
  // 120 and 100 minutes are 220: four whole units of 45.
  const figures = {
    ...{ meetings: 2, cancelled: 1, open: 1, units: 4, participations: 3, persons: 2 },
    ...{ newPersons: 2, guests: 0, heads: 0, lessons: 0 }
  };
  expect(report.all).toEqual(figures);
  expect(report.venues).toMatchObject([{ ...figures, id: club.venue, groups: [{ ...figures, id: club.group }] }]);
  expect(yearReport(store, { ...looking, profile: 'each-meeting' }).all.units).toBe(4);
  expect(yearReport(store, { ...looking, ...ofYear(2025) }).all).toMatchObject({ meetings: 1, persons: 1 });
  expect(yearReport(store, { ...looking, at: [] }).venues).toEqual([]);
});

test('a group’s sheet says who was there, and the hours of each', async () => {
  const { store, club, anna, bernd } = await aYear();
  const report = await groupReport(store, { ...looking, group: club.group });
  expect(
    report?.meetings.map(({ date, minutes, isClosed, isCancelled }) => [date, minutes, isClosed, isCancelled])
  ).toEqual([
    ['2026-01-13', 120, true, false],
    ['2026-01-20', 100, false, false],
    ['2026-01-27', 100, false, true]
  ]);
  expect(report?.people.map(({ person, meetings, minutes }) => [person, meetings, minutes])).toEqual([
    [anna, 2, 190],
    [bernd, 1, 110]
  ]);
  expect(await groupReport(store, { ...looking, at: [], group: club.group })).toBeUndefined();
});

test('who was a member on the day of a meeting is on the sheet, though nobody has said anything about them', async () => {
  const { store, club, anna, bernd } = await aYear();
  const [, , cem = ''] = club.members;
  const day = (date: string) => Date.parse(`${date}T12:00:00Z`);
  const stays = store.db.prepare('UPDATE memberships SET "from" = ?, until = ? WHERE member = ?');
  const sheet = async () =>
    (await groupReport(store, { ...looking, group: club.group }))?.people.map((one) => [one.person, one.minutes]);
  stays.run(day('2026-01-20'), day('2026-01-21'), cem);
  expect(await sheet()).toEqual([
    [anna, 190],
    [bernd, 110],
    [cem, 0]
  ]);
  // Between two meetings, and after the last one that was held.
  stays.run(day('2026-01-14'), day('2026-01-15'), cem);
  expect(await sheet()).toHaveLength(2);
  stays.run(day('2026-01-27'), null, cem);
  expect(await sheet()).toHaveLength(2);
});

test('behind each figure stand the meetings that it was counted from, a page at a time', async () => {
  const { store, club } = await aYear();
  const { all } = yearReport(store, looking);
  const behind = (more: object, asked: Partial<Parameters<typeof pageOfCounted>[1]> = {}) =>
    pageOfCounted(store, { ...looking, behind: { kind: 'held', ...more }, page: 1, size: 10, ...asked });
  const dates = (page: ReturnType<typeof behind>) => page.lines.map(({ date }) => date);

  expect(dates(behind({}))).toEqual(['2026-01-13', '2026-01-20']);
  expect(behind({}).count).toBe(all.meetings);
  expect(behind({}).lines.reduce((sum, line) => sum + line.participations, 0)).toBe(all.participations);
  expect(dates(behind({ kind: 'open' }))).toEqual(['2026-01-20']);
  expect(dates(behind({ kind: 'cancelled' }))).toEqual(['2026-01-27']);
  expect(dates(behind({ group: club.group, venue: club.venue }))).toHaveLength(2);
  for (const elsewhere of [{ group: 'g' }, { venue: 'v' }])
    expect(behind(elsewhere)).toMatchObject({ count: 0, lines: [] });
  expect(behind({}, { at: [] })).toMatchObject({ count: 0, page: 1, pages: 1 });
  expect(behind({}, { at: [club.venue] }).count).toBe(2);

  const second = behind({}, { page: 2, size: 1 });
  expect(second).toMatchObject({ count: 2, page: 2, pages: 2 });
  expect(dates(second)).toEqual(['2026-01-20']);
  expect(behind({}, { page: 9, size: 1 })).toEqual(second);
});

test('what was changed after a list was closed says so, on the sheet and in the file', async () => {
  const { store, club, bernd, correct } = await aYear();
  const sheet = async () =>
    (await groupReport(store, { ...looking, group: club.group })) ?? Promise.reject(new Error());
  expect((await sheet()).meetings.map(({ corrected }) => corrected)).toEqual([[], [], []]);
  correct(bernd, 'absent');
  const report = await sheet();
  expect(report.meetings.map(({ corrected }) => corrected)).toEqual([[bernd], [], []]);
  expect(sheetLines(report, words)[2]).toEqual(['Bernd K', 'absent, korrigiert', 'absent', 'fiel aus', 0, 0]);
});

test('two entries of one person are one person, and their hours are one sum', async () => {
  const { store, writer, club, anna, bernd } = await aYear();
  await mergeMembers(writer, { kept: anna, person: bernd });
  expect(yearReport(store, looking).all).toMatchObject({ participations: 2, persons: 1 });
  const report = await groupReport(store, { ...looking, group: club.group });
  expect(report?.people.map(({ person, meetings, minutes }) => [person, meetings, minutes])).toEqual([[anna, 2, 190]]);
});

test('the file holds a line a person, and a name is never a formula', async () => {
  const { store, club } = await aYear();
  const report = await groupReport(store, { ...looking, group: club.group });
  if (report === undefined) throw new Error('No report');
  const text = csvText(sheetLines(report, words));
  expect(readCsv(text)).toEqual([
    ['Person', '2026-01-13', '2026-01-20', '2026-01-27', 'Mal', 'Minuten'],
    ["'=1+1 K", 'present', 'left-early', 'fiel aus', '2', '190'],
    ['Bernd K', 'late', 'absent', 'fiel aus', '1', '110']
  ]);
});

test('reads no growing table from end to end', async () => {
  const { store, club } = await aYear();
  const plans = await plansOf(store, () => groupReport(store, { ...looking, group: club.group }));
  expect(scansOf(plans.filter((plan) => /meetings|SCAN read_/.test(plan)))).toEqual([]);
});

test('rules that are settled later change no old figure, and hold from the day on', async () => {
  const { store, writer, club } = await aYear();
  const { world } = writer;
  const day = { ...looking, profile: 'of-the-day', group: club.group } as const;
  const figuresNow = async () => ({ year: yearReport(store, day), sheet: await groupReport(store, day) });
  const before = await figuresNow();
  expect(before.year.all.units).toBe(4);
  expect(settleRules(writer, { profile: 'integration-course', sharePercent: 90 })).toBe('2026-11-24');
  expect(await figuresNow()).toEqual(before);
  // A list of today stands open: it keeps the rules that it was opened under.
  const today = await addMeeting(writer, { group: club.group, date: '2026-11-24', start: '14:00', end: '15:40' });
  const opening = { group: club.group, date: '2026-11-24' };
  const device = newId<'device'>(world);
  const [id, at] = [newId<'event'>(world), formatStamp({ ms: world.now(), counter: 0, device })];
  const stream = `meeting/${today.ok ? today.value : ''}`;
  new EventLog(store, allRooms, world).append(
    [{ id, stream, type: 'meeting.opened', at, by: 'staff/otto', data: opening }],
    { device, receivedAt: world.now() }
  );
  expect(settleRules(writer, { profile: 'whole-course', sharePercent: 50 })).toBe('2026-11-25');
  expect(settledRules(store)).toEqual([
    { from: '2026-11-24', profile: 'integration-course', sharePercent: 90 },
    { from: '2026-11-25', profile: 'whole-course', sharePercent: 50 }
  ]);
  expect(heldMeetings(store, looking).map(({ date, profile, sharePercent }) => [date, profile, sharePercent])).toEqual([
    ['2026-01-13', 'whole-course', 70],
    ['2026-01-20', 'whole-course', 70],
    ['2026-01-27', 'whole-course', 70],
    ['2026-11-24', 'integration-course', 90]
  ]);
  // 220 minutes together, and 100 by themselves.
  expect(yearReport(store, day).all.units).toBe(4 + 2);
});

test('guests, heads, hands and finished lessons are counted, each by its own rule', async () => {
  const { store, writer, club, anna, bernd } = await aYear();
  const { world } = writer;
  const log = new EventLog(store, allRooms, world);
  const device = newId<'device'>(world);
  let counter = 0;
  const write = (stream: string, said: readonly (readonly [type: string, data: object])[], ms = world.now()) => {
    const events = said.map(([type, data]) => {
      counter += 1;
      const by = stream.startsWith('progress') ? stream.replace('progress', 'person') : 'staff/otto';
      return { id: newId<'event'>(world), stream, type, at: formatStamp({ ms, counter, device }), by, data };
    });
    log.append(events, { device, receivedAt: world.now() });
  };
  const added = await addMeeting(writer, { group: club.group, date: '2026-02-03', start: '14:00', end: '15:40' });
  const meeting = added.ok ? added.value : '';
  const [karl, old] = [newId<'person'>(world), newId<'person'>({ ...world, now: () => Date.parse('2024-05-01') })];
  write(`meeting/${meeting}`, [
    ['meeting.opened', { group: club.group, date: '2026-02-03' }],
    ['guest.added', { person: karl, firstName: 'Karl' }],
    ['guest.added', { person: old }],
    ...[anna, karl, old].map((person) => ['attendance.marked', { person, status: 'present' }] as const),
    ['heads.counted', { count: 3 }],
    ['heads.counted', { count: 7, estimated: true }],
    ['tally.taken', { ages: { '60-74': 5 }, genders: {} }],
    ['tally.taken', { ages: { '60-74': 4, 'from-75': 2 }, genders: { women: 5 } }]
  ]);
  const lesson = (name: string) => ['lesson.completed', { course: 'tablet-basics', lesson: name }] as const;
  write(`progress/${anna}`, [lesson('know-your-tablet'), lesson('tap-swipe-scroll')]);
  write(`progress/${bernd}`, [lesson('know-your-tablet')]);
  write(`progress/${bernd}`, [lesson('connect-wifi')], Date.parse('2025-12-31T12:00:00Z'));
  const { all, together } = yearReport(store, looking);
  expect(all).toMatchObject({ participations: 6, persons: 4, newPersons: 3, guests: 2, heads: 7, lessons: 3 });
  const some = (counts: readonly { of: string; count: number }[]) =>
    Object.fromEntries(counts.flatMap(({ of, count }) => (count > 0 ? [[of, count]] : [])));
  expect(some(together.months)).toEqual({ '2026-01': 3, '2026-02': 3 });
  expect(some(together.ages)).toEqual({ '60-74': 4, 'from-75': 2 });
  expect(some(together.genders)).toEqual({ women: 5 });
  // know-your-tablet serves 5.1 and 4.1.
  expect(some(together.competences)).toMatchObject({ '4': 2, '5': 3 });
  const sheet = await groupReport(store, { ...looking, group: club.group });
  const guests = sheet?.people.filter(({ isGuest }) => isGuest);
  expect(guests?.map(({ firstName }) => firstName)).toEqual(['Karl', undefined]);
});
