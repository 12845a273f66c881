import { expect, it } from 'vitest';
import { isNamedIn } from '$lib/club/member-name';
import { latestDeeds } from '$lib/audit/trail.server';
import { askingGuests, guests, struckGuests, type Guest } from '$lib/attendance/guests';
import { deletePerson } from '$lib/privacy/deletion.server';
import { placesNaming, strikeWords } from '$lib/privacy/named-in-words.server';
import { rooms } from '$lib/rooms';
import { EventLog } from '$lib/sync/log.server';
import { registry } from '$lib/sync/registry';
import { tableName } from '$lib/sync/rebuild.server';
import { dailyUpkeep } from '$lib/upkeep/daily.server';
import { run as verify } from '$lib/upkeep/verify.server';
import { aClub, aStaff, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { aStore } from '../support/store';

const dayMs = 86_400_000;

/** A club whose trainer has written of Anna: on the list, in the plan twice, and beside Bernd's mark. */
async function aClubThatWrites() {
  const office = aWriter(aStore());
  const { store, world } = office;
  const log = new EventLog(store, registry(rooms), world);
  const trainer = await aStaff(office);
  const { venue, group, members } = await aClub(office);
  const [anna = '', bernd = ''] = members;
  const stream = `meeting/${group}.2026-11-23`;
  const said = (id: number, type: string, data: Record<string, unknown>, by = `staff/${trainer}`) =>
    anEvent({ id: anId(id), stream, by, type, data });
  const take = (...events: ReturnType<typeof said>[]) => log.append(events, { device: 'd', receivedAt: world.now() });
  const written = [
    said(1, 'meeting.noted', { text: 'Annas Tablet war leer.' }),
    said(2, 'words.written', { part: 'plan', text: 'Hannah und die Banane: niemand heißt so.' }),
    said(3, 'words.written', { part: 'hard', text: 'ANNA fragt nach WhatsApp' }),
    said(4, 'attendance.marked', { person: bernd, status: 'present', note: 'kommt mit Anna' }),
    said(5, 'attendance.marked', { person: anna, status: 'late', minutes: 5, note: 'Anna: Bus' })
  ];
  take(...written);
  const places = (at: 'all' | string[] = 'all') => placesNaming(store, log, { firstName: 'Anna', at });
  const lines = async () => {
    const told: string[] = [];
    await verify({ dataDir: store.dataDir, args: [], say: (line) => void told.push(line) });
    return told;
  };
  return { office, store, world, log, venue, anna, written, said, take, places, lines };
}

it.each([
  ['Anna kam spät', 'Anna', true],
  ['mit ANNA.', 'Anna', true],
  ['Annas Brille', 'Anna', true],
  ['Hannah', 'Anna', false],
  ['Annalena', 'Anna', false],
  ['für André und Zoë', 'Andre', true],
  ['Maria fragt', 'Maria-Magdalena', true],
  ['Magdalena fragt', 'Maria-Magdalena', false],
  ['سألت فاطمة اليوم', 'فاطمة', true],
  ['D’Arcy (neu)', 'D’Arcy', true],
  ['alles gut', '(.*', false]
])('in "%s" the name %s stands as a word: %s', (text, name, expected) => {
  expect(isNamedIn(text, name)).toBe(expected);
});

it('the office sees where a name stands in what trainers wrote, before a deletion and after it', async () => {
  const { office, log, anna, places, venue } = await aClubThatWrites();
  const texts = () => places().map(({ text }) => text);
  expect(texts().sort()).toEqual(
    ['ANNA fragt nach WhatsApp', 'Anna: Bus', 'Annas Tablet war leer.', 'kommt mit Anna'].sort()
  );
  expect(places()[0]).toMatchObject({
    date: '2026-11-23',
    groupName: 'Montagsgruppe',
    author: 'lotse',
    planned: false
  });
  expect(places([venue])).toHaveLength(4);
  expect(places(['elsewhere'])).toEqual([]);
  await deletePerson(office, log, anna);
  expect(texts().sort()).toEqual(['ANNA fragt nach WhatsApp', 'Annas Tablet war leer.', 'kommt mit Anna'].sort());
});

it('words that are struck out are gone from the log and from what is read; the mark stays, and verify finds all well', async () => {
  const { office, store, log, written, take, places, lines } = await aClubThatWrites();
  const [first] = written;
  for (const { id } of places()) expect(strikeWords(office, log, { id, firstName: 'Anna', at: 'all' })?.id).toBe(id);
  expect(places()).toEqual([]);
  const everything = JSON.stringify(
    ['events', 'read_meeting_note', 'read_meeting_words', 'read_attendance'].map((table) =>
      store.db.prepare(`SELECT * FROM ${table}`).all()
    )
  );
  expect(everything).not.toMatch(/Anna|ANNA/);
  expect(everything).toContain('Hannah');
  expect(everything).toContain('"minutes');
  expect(await lines()).toEqual([expect.stringMatching(/^All is well/)]);
  expect((await latestDeeds(store, 1))[0]).toMatchObject({ action: 'words.struck', subject: first?.stream });
  // A device that sends it once more hears that it is there; other words under its id are refused as ever.
  expect(take(...written).map((answer) => 'seq' in answer)).toEqual(written.map(() => true));
  const other = written.map((event) => ({ ...event, by: 'staff/otto' }));
  expect(take(...other)).toEqual(other.map(({ id }) => ({ id, code: 'conflict' })));
  expect(places()).toEqual([]);
});

it('an office strikes nothing out at venues that are not its own', async () => {
  const { office, log, places } = await aClubThatWrites();
  const [one] = places();
  if (!one) throw new Error('Nothing was found');
  expect(strikeWords(office, log, { id: one.id, firstName: 'Anna', at: ['elsewhere'] })).toBeUndefined();
  expect(places()).toContainEqual(one);
});

it('a name that was given at the door goes with the first upkeep after a day; who was written down keeps theirs', async () => {
  const { store, world, log, said, take, lines } = await aClubThatWrites();
  const asked = (id: number, person: string, firstName: string) =>
    said(id, 'guest.proposed', { person, firstName, isNew: true }, 'device/door');
  const coming = [asked(11, 'zora', 'Zora'), asked(12, 'karl', 'Karl')];
  take(...coming, said(13, 'guest.added', { person: 'karl', firstName: 'Karl' }));
  const rows = (): Guest[] =>
    store.db
      .prepare<[], { row: string }>(`SELECT row FROM ${tableName(guests)} ORDER BY key`)
      .all()
      .map(({ row }) => JSON.parse(row));
  world.pass(dayMs - 1);
  await dailyUpkeep({ store, world }, log);
  expect(askingGuests(rows()).map(({ firstName }) => firstName)).toEqual(['Zora']);
  world.pass(2);
  await dailyUpkeep({ store, world }, log);
  expect(askingGuests(rows())).toEqual([]);
  expect(struckGuests(rows(), [])).toEqual([]);
  expect(JSON.stringify(store.db.prepare('SELECT * FROM events').all())).not.toContain('Zora');
  expect(JSON.stringify(rows())).toContain('Karl');
  expect(take(...coming).map((answer) => 'seq' in answer)).toEqual([true, true]);
  expect(JSON.stringify(rows())).not.toContain('Zora');
  expect(await lines()).toEqual([expect.stringMatching(/^All is well/)]);
});
