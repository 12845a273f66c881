import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { disableStaff } from '$lib/access/staff.server';
import { meetingId } from '$lib/club/meeting-id';
import { moveMeeting, setMeetingsCancelled } from '$lib/club/meetings.server';
import { changeGroup, setGroupClosed } from '$lib/club/groups.server';
import { addSeries } from '$lib/club/series.server';
import { aClub, aStaff, aWriter } from '../../../tests/support/club';
import { plansOf, scansOf } from '../../../tests/support/query-plans';
import { aStore } from '../../../tests/support/store';
import { calendarName, calendarText } from './calendar.server';
import { feedKinds, type FeedSubject } from './feed-kind';
import { feedAddress, feedOf, listFeeds, makeFeed, setFeedRevoked, subjectsFor } from './feeds.server';
import { posterOf } from './poster.server';

const words = {
  name: 'Montagsgruppe',
  reason: (reason: string) => `Grund: ${reason}`,
  movedFrom: (date: string) => `Geplant war ${date}`
};
const times = { start: '14:00', end: '16:00' };
const dates = ['2027-03-22', '2027-03-29', '2027-04-05'];

/** A group with three meetings around the clock change, and its calendar as another program reads it. */
async function aPlannedClub() {
  const writer = aWriter(aStore());
  const { store, world } = writer;
  const trainer = await aStaff(writer, { username: 'luise' });
  const club = await aClub(writer, { people: ['Annegret'], trainers: [trainer] });
  await addSeries(writer, { group: club.group, everyWeeks: 1, dates, ...times });
  const read = async (feed: FeedSubject) => {
    const text = await calendarText(store, { feed, now: world.now() }, words);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent').map((part) => {
      const event = new ICAL.Event(part);
      return {
        uid: event.uid,
        sequence: event.sequence,
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
        summary: event.summary,
        location: event.location,
        description: event.description,
        status: part.getFirstPropertyValue('status')
      };
    });
    return { text, events, name: calendar.getFirstPropertyValue('x-wr-calname') };
  };
  const idOn = (date: string) => meetingId(club.group, date);
  return {
    ...club,
    writer,
    store,
    world,
    trainer,
    read,
    idOn,
    ofGroup: { kind: 'group', subject: club.group } as const
  };
}

it('another program reads the same meetings, at the hour that the clock at the venue shows before and after the change', async () => {
  const { read, ofGroup } = await aPlannedClub();
  const { events, name } = await read(ofGroup);
  expect(name).toBe('Montagsgruppe');
  expect(events.map(({ start, end }) => [start, end])).toEqual([
    ['2027-03-22T13:00:00.000Z', '2027-03-22T15:00:00.000Z'],
    ['2027-03-29T12:00:00.000Z', '2027-03-29T14:00:00.000Z'],
    ['2027-04-05T12:00:00.000Z', '2027-04-05T14:00:00.000Z']
  ]);
  const local = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });
  expect(events.map(({ start }) => local.format(new Date(start)))).toEqual(['14:00', '14:00', '14:00']);
  expect(events[0]).toMatchObject({
    summary: 'Montagsgruppe',
    location: 'Haus Montagsgruppe',
    status: 'CONFIRMED',
    sequence: 0
  });
});

it('a moved meeting keeps its UID and counts up; a cancelled one stays, as cancelled, with its reason', async () => {
  const { writer, read, idOn, ofGroup } = await aPlannedClub();
  const before = (await read(ofGroup)).events;
  await moveMeeting(writer, { id: idOn('2027-03-29'), date: '2027-03-30', ...times });
  await setMeetingsCancelled(writer, { ids: [idOn('2027-04-05')], cancelled: true, reason: 'Umbau; Lärm, Staub' });
  const { events } = await read(ofGroup);
  expect(events.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(events[1]).toMatchObject({
    sequence: 1,
    start: '2027-03-30T12:00:00.000Z',
    status: 'CONFIRMED',
    description: 'Geplant war 2027-03-29'
  });
  expect(events[2]).toMatchObject({ sequence: 1, status: 'CANCELLED', description: 'Grund: Umbau; Lärm, Staub' });
  await setMeetingsCancelled(writer, { ids: [idOn('2027-04-05')], cancelled: false });
  expect((await read(ofGroup)).events[2]).toMatchObject({ sequence: 2, status: 'CONFIRMED', description: null });
});

it('an hour that the clock leaves out is the one after it', async () => {
  const { writer, group, read, ofGroup } = await aPlannedClub();
  await addSeries(writer, { group, everyWeeks: 1, dates: ['2027-03-28'], start: '02:30', end: '04:00' });
  const { events } = await read(ofGroup);
  expect(events.find(({ uid }) => uid.includes('2027-03-28'))?.start).toBe('2027-03-28T01:30:00.000Z');
});

it('long names in other scripts, with signs that calendars read as their own, come through whole', async () => {
  const { writer, venue, group, read, ofGroup } = await aPlannedClub();
  const name = `مجموعة ${'الأجهزة اللوحية '.repeat(4)}; O'Brien, \\ "Café"`.trim();
  await changeGroup(writer, { id: group, name, venue, course: '', trainers: [] });
  const { events, text } = await read(ofGroup);
  expect(events[0]?.summary).toBe(name);
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
});

it('no member and no trainer is in a calendar, of whatever it is', async () => {
  const { read, venue, group, trainer, members } = await aPlannedClub();
  const subjects = { venue, group, trainer };
  for (const kind of feedKinds) {
    const { text, events } = await read({ kind, subject: subjects[kind] });
    expect(events, kind).toHaveLength(3);
    for (const secret of ['Annegret', members[0] ?? '', 'luise', trainer]) expect(text).not.toContain(secret);
  }
});

it('a trainer has the meetings of the groups that they train now; a closed account has no calendar', async () => {
  const { writer, store, venue, group, trainer, read } = await aPlannedClub();
  const other = await aClub(writer, { name: 'Dienstag', trainers: [] });
  await addSeries(writer, { group: other.group, everyWeeks: 1, dates, ...times });
  const feed = { kind: 'trainer', subject: trainer } as const;
  expect((await read(feed)).events).toHaveLength(3);
  expect((await read({ kind: 'venue', subject: other.venue })).events).toHaveLength(3);
  writer.world.pass(1000);
  await changeGroup(writer, { id: group, name: 'Montag', venue, course: '', trainers: [] });
  expect((await read(feed)).events).toEqual([]);
  expect(await calendarName(store, feed)).toBe('luise');
  await disableStaff(writer, trainer);
  expect(await calendarName(store, feed)).toBeUndefined();
});

it('the meetings of a closed group are cancelled from the day on which it was closed', async () => {
  const { writer, world, group, read, ofGroup } = await aPlannedClub();
  world.pass(Date.parse('2027-03-25T12:00:00Z') - world.now());
  await setGroupClosed(writer, { id: group, closed: true });
  expect((await read(ofGroup)).events.map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED', 'CANCELLED']);
});

it('an address is known by a hash alone, works until it is closed, and works again when that is taken back', async () => {
  const { writer, store, venue, ofGroup } = await aPlannedClub();
  const secret = await makeFeed(writer, ofGroup);
  const second = await makeFeed(writer, ofGroup);
  expect(JSON.stringify(store.db.prepare('SELECT * FROM calendar_feeds').all())).not.toContain(secret);
  expect(await feedOf(store, secret)).toEqual(ofGroup);
  expect(await feedOf(store, `${secret.slice(0, -1)}_`)).toBeUndefined();
  expect(await feedOf(store, '')).toBeUndefined();
  const subjects = await subjectsFor(store, { at: 'all', me: '', now: writer.world.now() });
  const feeds = await listFeeds(store, subjects);
  expect(feeds.map(({ name, revoked }) => [name, revoked])).toEqual([
    ['Montagsgruppe', false],
    ['Montagsgruppe', false]
  ]);
  for (const { id } of feeds) await setFeedRevoked(writer, { id, revoked: true });
  expect(await feedOf(store, secret)).toBeUndefined();
  for (const { id } of feeds) await setFeedRevoked(writer, { id, revoked: false });
  expect(await feedOf(store, second)).toEqual(ofGroup);
  const elsewhere = await aClub(writer, { name: 'Dienstag' });
  const seen = await subjectsFor(store, { at: [elsewhere.venue], me: '', now: writer.world.now() });
  expect(await listFeeds(store, seen)).toEqual([]);
  expect(seen.map(({ subject }) => subject)).not.toContain(venue);
});

it('an address says its language', () => {
  expect(feedAddress({ origin: 'https://digital.example', secret: 'abc', locale: 'en' })).toBe(
    'https://digital.example/calendar/abc.ics?in=en'
  );
});

it('no table that grows is read from end to end for a calendar', async () => {
  const { store, world, venue, group, trainer } = await aPlannedClub();
  const subjects = { venue, group, trainer };
  const plans = await plansOf(store, async () => {
    await feedOf(store, 'secret');
    for (const kind of feedKinds)
      await calendarText(store, { feed: { kind, subject: subjects[kind] }, now: world.now() }, words);
  });
  expect(scansOf(plans)).toEqual([]);
});

it('the poster of a venue shows no date of a group that is closed', async () => {
  const { writer, store, venue, group } = await aPlannedClub();
  const datesOf = async () =>
    (await posterOf(store, { of: { kind: 'venue', subject: venue }, at: 'all', today: '2027-01-01' }))?.dates.map(
      ({ date }) => date
    );
  expect(await datesOf()).toEqual(dates);
  await setGroupClosed(writer, { id: group, closed: true });
  expect(await datesOf()).toEqual([]);
});
