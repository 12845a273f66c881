import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { rooms } from '$lib/rooms';
import { parseStream } from '$lib/sync/event';
import { samples } from './samples';
import { parseTable, reads, writes } from './table';

const types = rooms.flatMap(({ eventTypes }) => eventTypes);
const written = parseTable(writes);
const read = parseTable(reads);

/** Those that SYNC.md names. */
const named = [
  'visitor',
  'learner on an enrolled tablet',
  'learner with a card',
  'trainer of the group',
  'substitute',
  'trainer of another group',
  'office',
  'office of another venue',
  'device alone',
  'revoked device',
  'lost device',
  'family device'
];

describe('the table of rights', () => {
  it('has a column for every event type of every room', () => {
    expect([...written.columns].sort()).toEqual(types.map(({ type }) => type).sort());
  });

  it('has a column for every kind of stream, and one for the names', () => {
    expect(read.columns).toEqual(['progress', 'learner', 'meeting', 'family', 'roster']);
  });

  it('has a line for every actor of the design, to write and to read', () => {
    expect([...written.lines.keys()]).toEqual(expect.arrayContaining(named));
    expect([...read.lines.keys()]).toEqual([...written.lines.keys()]);
  });

  it('has a known word in every cell', () => {
    const words = (table: typeof written) => [...table.lines.values()].flatMap((line) => [...line.values()]);
    expect(new Set(words(written))).toEqual(new Set(['yes', 'forbidden', 'held', 'unauthorized']));
    expect(new Set(words(read))).toEqual(new Set(['yes', 'no']));
  });

  it('is asked with events that are right in every way', () => {
    const place = { person: 'anna', group: 'g1', meeting: 'g1.2026-11-24', date: '2026-11-24' };
    for (const { type, schema, streams } of types) {
      const sample = samples[type]?.(place);
      expect(sample && v.is(schema, sample.data), type).toBe(true);
      expect(streams, type).toContain(parseStream(sample?.stream ?? '')?.kind);
    }
  });
});
