import * as v from 'valibot';
import { err, ok, type Result } from '$lib/base/result';
import { eventSchema, largestDataBytes, parseStream, staysHere, type SyncEvent } from './event';
import type { Registry } from './registry';
import type { Refusal, RefusalCode } from './wire';

const bytes = new TextEncoder();

/**
 * Looks at one event from outside: its shape, its type, its size, the data its type promises. The
 * event that comes back holds only what the type's schema knows.
 */
export function admit(raw: unknown, { typeOf }: Pick<Registry, 'typeOf'>): Result<SyncEvent, Refusal> {
  const refuse = (code: RefusalCode) => err({ id: idOf(raw), code });
  const shaped = v.safeParse(eventSchema, raw);
  if (!shaped.success) return refuse('invalid');
  const event = shaped.output;
  const type = typeOf(event.type);
  if (type === undefined) return refuse('unknown-type');
  const kind = parseStream(event.stream)?.kind;
  if (kind === undefined || !type.streams.includes(kind) || staysHere(event.stream)) return refuse('invalid');
  if (type.neverSent) return refuse('forbidden');
  if (isTooLarge(event.data)) return refuse('too-large');
  const data = v.safeParse(type.schema, event.data);
  return data.success ? ok({ ...event, data: data.output }) : refuse('invalid');
}

/** Whether data, as JSON, is more than an event may carry. */
export function isTooLarge(data: unknown): boolean {
  const text = jsonOf(data);
  return (
    text === undefined ||
    text.length > largestDataBytes ||
    (text.length * 3 > largestDataBytes && bytes.encode(text).length > largestDataBytes)
  );
}

/** Data as JSON text; nothing, if it is nested more deeply than can be written: it was far too large then. */
function jsonOf(data: unknown): string | undefined {
  try {
    return JSON.stringify(data) ?? '';
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What a refusal names: the id as sent, cut to a sane length, so that its sender finds it. */
function idOf(raw: unknown): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
  return typeof id === 'string' ? id.slice(0, 64) : '';
}
