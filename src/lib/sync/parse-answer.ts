import * as v from 'valibot';
import { turn } from '$lib/base/turn';
import { eventSchema, type SyncEvent } from './event';
import { slicesOf } from './tables';
import { answerSchema, refusalCodes, type ExchangeAnswer } from './wire';

/**
 * An answer without a look into its events. What a newer server adds is not read, and a reason that this app does not
 * know yet is "invalid" to it.
 */
const headSchema = v.object({
  ...answerSchema.entries,
  refused: v.array(v.object({ id: v.string(), code: v.fallback(v.picklist(refusalCodes), 'invalid') })),
  streams: v.record(
    v.string(),
    v.object({ ...answerSchema.entries.streams.value.entries, events: v.array(v.unknown()) })
  )
});

const eventsSchema = v.array(eventSchema);

/** The answer that a JSON value is, or nothing: then none of it is. Looked at in pieces, between which the page answers. */
export async function readAnswer(value: unknown): Promise<ExchangeAnswer | undefined> {
  await turn();
  const head = v.safeParse(headSchema, value);
  if (!head.success) return undefined;
  const streams: Record<string, ExchangeAnswer['streams'][string]> = {};
  for (const [stream, part] of Object.entries(head.output.streams)) {
    const events = await readEvents(part.events);
    if (events === undefined) return undefined;
    streams[stream] = { ...part, events };
  }
  return { ...head.output, streams };
}

async function readEvents(values: readonly unknown[]): Promise<SyncEvent[] | undefined> {
  const events: SyncEvent[] = [];
  for (const slice of slicesOf(values)) {
    const read = v.safeParse(eventsSchema, slice);
    if (!read.success) return undefined;
    events.push(...read.output);
    await turn();
  }
  return events;
}
