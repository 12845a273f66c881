import * as v from 'valibot';
import { stampMs } from '$lib/base/clock';
import { err, ok, type Result } from '$lib/base/result';
import { eventSchema, type SyncEvent } from '$lib/sync/event';
import { byTime } from '$lib/sync/merge';

/** What the text says it is, so that another file is told from it. */
const kind = 'digitaltreff-learning';

/** Bytes of a file that is read at most: every lesson of every course fits into it many times. */
export const largestFileBytes = 4_000_000;

/** Why it cannot be used: no text of ours · one with parts that are not understood · nothing in it · of a later app. */
export type CarriedFault = 'other-file' | 'damaged' | 'empty' | 'newer';

/** What somebody learned without a name, on its way to another device. */
export interface Carried {
  readonly events: readonly SyncEvent[];
  /** lessons that were finished, each counted once */
  readonly lessons: number;
  /** steps, in the same way */
  readonly steps: number;
  readonly notes: number;
  /** UTC milliseconds of the last deed */
  readonly lastAt: number;
}

const fileSchema = v.object({
  kind: v.literal(kind),
  version: v.number(),
  savedAt: v.string(),
  events: v.array(v.unknown())
});

/**
 * All that was learned on this device without a name, as text for a file or a parcel. Of the places where somebody was,
 * only the last goes along: it is the one that counts. @param now UTC milliseconds
 */
export function carriedText(events: readonly SyncEvent[], now: number): string {
  return JSON.stringify({ kind, version: 1, savedAt: new Date(now).toISOString(), events: withoutOldPlaces(events) });
}

function withoutOldPlaces(events: readonly SyncEvent[]): SyncEvent[] {
  const places = events.filter(({ type }) => type === 'place.moved').sort(byTime);
  const last = places.at(-1);
  return events.filter((event) => event.type !== 'place.moved' || event === last);
}

/** Reads such a text: all of it or nothing, so that nobody goes on with half of what they learned without knowing. */
export function readCarried(text: string): Result<Carried, CarriedFault> {
  const file = v.safeParse(v.pipe(v.string(), v.parseJson(), fileSchema), text);
  if (!file.success) return err('other-file');
  if (file.output.version !== 1) return err('newer');
  const events = file.output.events.flatMap((raw) => {
    const event = v.safeParse(eventSchema, raw);
    return event.success ? [event.output] : [];
  });
  if (events.length < file.output.events.length) return err('damaged');
  if (events.length === 0) return err('empty');
  return ok(carriedOf(events));
}

const placeSchema = v.object({ lesson: v.string(), step: v.optional(v.string()) });

/** What there is to say about deeds before they are taken along. */
export function carriedOf(events: readonly SyncEvent[]): Carried {
  const sorted = [...events].sort(byTime);
  const last = sorted.at(-1);
  return {
    events: sorted,
    lessons: each(sorted, 'lesson.completed'),
    steps: each(sorted, 'step.completed'),
    notes: each(sorted, 'note.written'),
    lastAt: last === undefined ? 0 : stampMs(last.at)
  };
}

function each(events: readonly SyncEvent[], type: string): number {
  const places = events.flatMap((event) => {
    const place = event.type === type ? v.safeParse(placeSchema, event.data) : undefined;
    return place?.success ? [`${place.output.lesson}|${place.output.step ?? ''}`] : [];
  });
  return new Set(places).size;
}
