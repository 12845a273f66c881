import { expect, it } from 'vitest';
import { formatStamp, stampMs } from '$lib/base/clock';
import { latestDeeds, noteDeed } from '$lib/audit/trail.server';
import { attendance } from '$lib/attendance/attendance';
import { place } from '$lib/learning/place';
import { rooms } from '$lib/rooms';
import { EventLog } from '$lib/sync/log.server';
import { rowOf, type Projection } from '$lib/sync/projection';
import { registry } from '$lib/sync/registry';
import { tableName } from '$lib/sync/rebuild.server';
import { dailyUpkeep } from '$lib/upkeep/daily.server';
import { run as verify } from '$lib/upkeep/verify.server';
import { aClub, aStaff, aWriter } from '../support/club';
import { anEvent, anId } from '../support/events';
import { aStore } from '../support/store';

const dayMs = 86_400_000;
const lesson = { course: 'tablet-basics', lesson: 'one' };

/** An evening on which Anna learned on the browser `lime`, which is that of Tablet 7; her trainer marked her there. */
async function anEvening() {
  const office = aWriter(aStore(), undefined);
  const { store, world } = office;
  const log = new EventLog(store, registry(rooms), world);
  const trainer = await aStaff(office);
  const { group, members } = await aClub(office);
  const [anna = ''] = members;
  const progress = `progress/${anna}`;
  const meeting = `meeting/${group}.2026-11-24`;
  let count = 0;
  const said = (stream: string, by: string, type: string, data: unknown) => {
    count += 1;
    const at = formatStamp({ ms: world.now(), counter: count, device: 'lime' });
    return anEvent({ id: anId(count), stream, by, at, type, data });
  };
  const evening = [
    said(progress, `person/${anna}`, 'step.completed', { ...lesson, step: 'a' }),
    said(progress, `person/${anna}`, 'place.moved', { ...lesson, step: 'a' }),
    said(progress, `person/${anna}`, 'place.moved', { ...lesson, step: 'b' }),
    said(meeting, `person/${anna}`, 'presence.proposed', { person: anna }),
    said(meeting, 'device/tablet-7', 'help.raised', {}),
    said(meeting, `staff/${trainer}`, 'attendance.marked', { person: anna, status: 'present' })
  ];
  const take = (events: typeof evening) => log.append(events, { device: 'lime', receivedAt: world.now() });
  const rows = (table: string) => store.db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
  const rowIn = <Row>(projection: Projection<Row>) =>
    rows(tableName(projection)).map(({ row }) => rowOf(projection, JSON.parse(String(row))));
  return { office, store, world, log, anna, trainer, progress, evening, take, said, rows, rowIn };
}

it('on the next day nothing says any more on which tablet somebody learned; what they learned, and when, stays', async () => {
  const { office, store, world, log, anna, trainer, progress, evening, take, rows, rowIn } = await anEvening();
  const answers = take(evening);
  noteDeed({ ...office, by: 'device/tablet-7' }, { action: 'picture-code.set', subject: `person/${anna}` });
  await dailyUpkeep({ store, world }, log);
  expect(rows('events').filter(({ device }) => device === 'lime')).toHaveLength(6);
  world.pass(dayMs);
  await dailyUpkeep({ store, world }, log);
  const left = rows('events').filter(({ at, device }) => `${at} ${device}`.includes('lime'));
  expect(left.map(({ by }) => by).sort()).toEqual(['device/tablet-7', `staff/${trainer}`]);
  expect(JSON.stringify([rowIn(place), rows('read_progress')])).not.toContain('lime');
  expect(rowIn(place)).toMatchObject([{ person: anna, step: 'b' }]);
  expect(rowIn(attendance)).toMatchObject([{ person: anna, status: 'present' }]);
  expect((await latestDeeds(store, 1))[0]).toMatchObject({ by: 'device/tablet', action: 'picture-code.set' });
  // The time of each is what it was; so are its place in the stream and its id.
  const kept = new Map(rows('events').map((row) => [row['id'], row]));
  for (const { id, at } of evening) expect(stampMs(String(kept.get(id)?.['at']))).toBe(stampMs(at));
  const page = log.page({ stream: progress, last: 3 }, { after: 0, limit: 10 });
  expect(page.bytes.toString()).not.toContain('lime');
  expect(page.count).toBe(3);
  const lines: string[] = [];
  await verify({ dataDir: store.dataDir, args: [], say: (line) => void lines.push(line) });
  expect(lines).toEqual([expect.stringMatching(/^All is well/)]);
  // A tablet that has not heard of it sends it once more, and one that was handed on goes on from there.
  expect(take(evening).map((answer) => 'seq' in answer && answer.seq)).toEqual(
    answers.map((answer) => 'seq' in answer && answer.seq)
  );
});

it('what comes after is later than what was, and a stale word does not win', async () => {
  const { store, world, log, anna, progress, evening, take, said, rowIn } = await anEvening();
  take(evening.slice(0, 3));
  const stale = said(progress, `person/${anna}`, 'place.moved', { ...lesson, step: 'c' });
  world.pass(dayMs);
  await dailyUpkeep({ store, world }, log);
  take([{ ...stale, at: formatStamp({ ms: stampMs(stale.at) - 1, counter: 0, device: 'plum' }) }]);
  expect(rowIn(place)).toMatchObject([{ step: 'b' }]);
  take([said(progress, `person/${anna}`, 'place.moved', { ...lesson, step: 'd' })]);
  expect(rowIn(place)).toMatchObject([{ step: 'd' }]);
  expect(log.differences()).toEqual([]);
});
