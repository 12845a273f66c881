import * as v from 'valibot';
import { isStamp } from '$lib/base/clock';
import { parseId, type Id } from '$lib/base/id';
import { visitor } from './visitor';

export type EventId = Id<'event'>;

/** What a stream is about. A stream is the unit of right, of pull and of deletion. */
export type StreamKind = 'progress' | 'learner' | 'meeting' | 'family';

export interface StreamName {
  readonly kind: StreamKind;
  /** the person's, meeting's or family's id */
  readonly id: string;
}

/** An immutable fact, made on a device. The same id is the same event, for ever. */
export interface SyncEvent<Data = unknown> {
  readonly id: EventId;
  /** `progress/<person>`, `learner/<person>`, `meeting/<id>` or `family/<id>` */
  readonly stream: string;
  /** `<word>.<past participle>` */
  readonly type: string;
  /** hybrid logical clock, sortable as text; the server may correct it */
  readonly at: string;
  /** `person/<id>`, `staff/<id>` or `device/<id>` */
  readonly by: string;
  /** the event that was shown when this one was made, where two people may contradict each other */
  readonly seen?: EventId | undefined;
  readonly data: Data;
}

/** What a room hands to `record`: the event without what the device adds. One that had to wait has its id already. */
export type Draft<Data = unknown> = Pick<SyncEvent<Data>, 'stream' | 'type' | 'by' | 'seen' | 'data'> &
  Partial<Pick<SyncEvent, 'id'>>;

/** A kind of event: its name, the streams it belongs in, and what its data looks like. */
export interface EventType<Data = unknown> {
  readonly type: string;
  readonly streams: readonly StreamKind[];
  readonly schema: v.GenericSchema<unknown, Data>;
  /**
   * Where an event speaks about a person outside that person's own streams: what stays when they are deleted. Their id
   * stands in the data as `person`, where the log's index finds it.
   */
  readonly about?: {
    person(data: Data): string;
    /** without anything that says more than that somebody was there */
    anonymous(data: Data): Data;
  };
  /** Such events live in a visitor's stream alone: no device sends them, and no server takes them (docs/decisions/0036). */
  readonly neverSent?: true;
  /** After the first such event its stream takes no other: whoever writes is told `forbidden` (docs/decisions/0039). */
  readonly endsStream?: true;
  /** Fields of the data that hold whatever somebody wrote: anybody's name may stand in them (free-words.server.ts). */
  readonly freeWords?: readonly string[];
}

/** Data of one event as JSON text, at most. */
export const largestDataBytes = 4096;

const streamPattern = /^(progress|learner|meeting|family)\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const authorPattern = /^(person|staff|device)\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** An id made from input, or a refusal. */
export const eventIdSchema = v.pipe(
  v.string(),
  v.rawTransform<string, EventId>(({ dataset, addIssue, NEVER }) => {
    const id = parseId<'event'>(dataset.value);
    if (id !== undefined) return id;
    addIssue({ message: 'Not a UUIDv7' });
    return NEVER;
  })
);

export const streamSchema = v.pipe(v.string(), v.regex(streamPattern));

export const authorSchema = v.pipe(v.string(), v.regex(authorPattern));

const stampSchema = v.pipe(v.string(), v.check(isStamp, 'Not a stamp of a hybrid logical clock'));

/** The shape of every event on the wire. `data` is checked by its type's own schema. */
export const eventSchema = v.object({
  id: eventIdSchema,
  stream: streamSchema,
  type: v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/), v.maxLength(64)),
  at: stampSchema,
  by: authorSchema,
  seen: v.optional(eventIdSchema),
  data: v.unknown()
});

function isStreamKind(text: string): text is StreamKind {
  return text === 'progress' || text === 'learner' || text === 'meeting' || text === 'family';
}

/** A stream's name taken apart, or nothing if it is none. */
export function parseStream(stream: string): StreamName | undefined {
  if (!streamPattern.test(stream)) return undefined;
  const kind = stream.slice(0, stream.indexOf('/'));
  return isStreamKind(kind) ? { kind, id: subjectOf(stream) } : undefined;
}

/** The id in a stream's or an author's name: what stands after the slash. */
export function subjectOf(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

/** Whether a stream belongs to a family's devices, whoever is signed in on one. They alone can read it. */
export const isFamilys = (stream: string): boolean => parseStream(stream)?.kind === 'family';

/** Whether a stream belongs to the visitor, and so never leaves the device. */
export function staysHere(stream: string): boolean {
  return subjectOf(stream) === visitor;
}
