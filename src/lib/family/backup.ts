import * as v from 'valibot';
import { err, ok, type Result } from '$lib/base/result';
import { eventSchema, type SyncEvent } from '$lib/sync/event';
import { byTime } from '$lib/sync/merge';
import { deedTypes } from './events';

/** What the file says it is, so that another file is told from it. */
const kind = 'digitaltreff-family';

/** Why a file cannot be used: no text of ours at all, or one with parts that are not understood. */
export type BackupFault = 'other-file' | 'damaged' | 'empty' | 'newer';

const fileSchema = v.object({
  kind: v.literal(kind),
  version: v.number(),
  savedAt: v.string(),
  events: v.array(v.unknown())
});

/** Bytes of a file that is read at most: a family's years fit into it many times. */
export const largestBackup = 2_000_000;

const types = new Map(deedTypes.map((one) => [one.type, one]));

/** All that a family wrote on this device, as a file for people to keep. @param now UTC milliseconds */
export function backupOf(events: readonly SyncEvent[], now: number): string {
  return JSON.stringify({ kind, version: 1, savedAt: new Date(now).toISOString(), events }, undefined, 2);
}

/**
 * Reads such a file: all of it or nothing, so that nobody gets back half an agreement without knowing.
 * @returns its events in order of time
 */
export function readBackup(text: string): Result<SyncEvent[], BackupFault> {
  const file = v.safeParse(fileSchema, parsed(text));
  if (!file.success) return err('other-file');
  if (file.output.version !== 1) return err('newer');
  const events = file.output.events.flatMap((raw) => eventIn(raw));
  if (events.length < file.output.events.length) return err('damaged');
  if (events.length === 0) return err('empty');
  return ok(events.sort(byTime));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function eventIn(raw: unknown): SyncEvent[] {
  const event = v.safeParse(eventSchema, raw);
  if (!event.success) return [];
  const type = types.get(event.output.type);
  const data = type && v.safeParse(type.schema, event.output.data);
  return data?.success ? [{ ...event.output, data: data.output }] : [];
}
