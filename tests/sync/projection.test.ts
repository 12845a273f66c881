import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rooms } from '$lib/rooms';
import * as v from 'valibot';
import { draftsByType, randomEvents } from '../support/events';
import type { SyncEvent } from '$lib/sync/event';
import type { Projection } from '$lib/sync/projection';

/** At least 1,000 a projection; more by script: `FC_RUNS=10000 npx vitest run projection`. */
const numRuns = Number(process.env['FC_RUNS'] ?? 1000);

const eventTypes = rooms.flatMap((room) => room.eventTypes);
const projections = rooms.flatMap((room) => room.projections);

function foldAll(projection: Projection, events: readonly SyncEvent[]): Record<string, unknown> {
  const rows = new Map<string, unknown>();
  for (const event of events) {
    const key = projection.keyOf(event);
    if (key !== undefined) rows.set(key, projection.fold(rows.get(key), event));
  }
  return Object.fromEntries(rows);
}

/** The events in another order, some of them more than once. */
function repeated(events: readonly SyncEvent[]): fc.Arbitrary<SyncEvent[]> {
  return fc.array(fc.constantFrom(...events), { maxLength: 12 }).chain((again) => {
    const all = [...events, ...again];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
}

test('every registered event type has random examples, and its schema takes them', () => {
  for (const { type, schema } of eventTypes) {
    const examples = draftsByType[type];
    expect(examples, `tests/support/events.ts needs a line for ${type}`).toBeDefined();
    if (examples !== undefined)
      fc.assert(
        fc.property(examples, ({ data }) => v.is(schema, data)),
        { numRuns: 50 }
      );
  }
});

test('every type that a projection reads is registered', () => {
  const known = eventTypes.map(({ type }) => type);
  expect(known).toEqual(expect.arrayContaining(projections.flatMap(({ types }) => types)));
});

describe.each(projections.map((projection) => [projection.name, projection] as const))('%s', (_, projection) => {
  const events = randomEvents(projection.types);

  test('the same events give the same rows in any order and any repetition', () => {
    const cases = events.chain((once) => fc.tuple(fc.constant(once), repeated(once)));
    fc.assert(
      fc.property(cases, ([once, otherwise]) => {
        expect(foldAll(projection, otherwise)).toEqual(foldAll(projection, once));
      }),
      { numRuns }
    );
  });

  test('a key belongs to one stream', () => {
    fc.assert(
      fc.property(events, (some) => {
        const streams = new Map<string | undefined, string>();
        for (const event of some) {
          const key = projection.keyOf(event);
          expect(streams.get(key) ?? event.stream).toBe(event.stream);
          streams.set(key, event.stream);
        }
      }),
      { numRuns: 200 }
    );
  });

  test('rows are plain JSON', () => {
    fc.assert(
      fc.property(events, (some) => {
        const rows = foldAll(projection, some);
        expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
      }),
      { numRuns: 200 }
    );
  });
});
