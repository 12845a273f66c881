import { expect, test } from 'vitest';
import { aWorld } from '../../../tests/support/events';
import { aStore } from '../../../tests/support/store';
import { parseId } from '$lib/base/id';
import { newEventId } from './event-id';

const place = (id: string) => id.slice(15, 23);

test('is a UUIDv7 of its moment, another each time', () => {
  const world = aWorld(Date.UTC(2026, 10, 24, 9));
  const ids = Array.from({ length: 1000 }, () => newEventId('progress/anna', world));
  expect(ids.every((id) => parseId(id) === id)).toBe(true);
  expect(new Set(ids).size).toBe(1000);
  const later = { ...world, now: () => world.now() + 1 };
  expect(newEventId('progress/anna', later).slice(0, 13) > String(ids[0]).slice(0, 13)).toBe(true);
});

test('says of which stream it is, whenever it is made', () => {
  const years = [2026, 2027, 2031].map((year) => newEventId('meeting/m1', aWorld(Date.UTC(year, 3), year)));
  expect(new Set(years.map(place)).size).toBe(1);
  // Of 500 names in 2^26 places, two meet once in 500 times; these do not.
  const names = Array.from({ length: 500 }, (_, at) => `progress/person-${at}`);
  expect(new Set(names.map((name) => place(newEventId(name, aWorld(0))))).size).toBe(500);
  // The same on every device and for ever: the log's index holds what it was.
  expect(place(newEventId('progress/anna', aWorld(0)))).toMatchInlineSnapshot(`"569-9c8c"`);
});

test('events of one stream lie side by side in the index on ids', () => {
  const { db } = aStore();
  const insert = db.prepare(
    `INSERT INTO events (id, stream, seq, type, at, "by", data, device, received_at) VALUES (?, ?, ?, 'x', '', '', '{}', '', 0)`
  );
  for (let seq = 1; seq <= 20; seq += 1) {
    const world = aWorld(Date.UTC(2026, 0, seq), seq);
    for (const name of ['anna', 'bert', 'cleo', 'dora']) {
      insert.run(newEventId(`progress/${name}`, world), `progress/${name}`, seq);
    }
  }
  const streams = db
    .prepare<[], string>('SELECT stream FROM events INDEXED BY events_id ORDER BY substr(id, 16, 8), id')
    .pluck()
    .all();
  const changes = streams.filter((stream, at) => stream !== streams[at - 1]);
  expect(changes).toHaveLength(4);
});
