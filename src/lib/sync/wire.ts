import * as v from 'valibot';
import { eventIdSchema, eventSchema, streamSchema } from './event';
import { snapshotSchema } from './snapshot';

/** Changes only when an old app could no longer be understood; then that app is told to reload. */
export const protocol = 1;

/** Events of one request, at most. */
export const largestBatch = 500;

/** A request's body, unpacked, at most. */
export const largestBodyBytes = 1024 * 1024;

/**
 * Events of one answer, at most; what is left is fetched with the next request. Many, for a tablet that was away for
 * weeks; not so many that putting such answers together, for whoever asks for all of it again and again, is what the
 * other tablets wait for.
 */
export const largestPage = 1000;

/** Streams that one request may report as deleted. */
export const mostGone = 500;

/**
 * Why one event was not taken. `unauthorized` alone means: keep it until its author signs in. `held`: the
 * server keeps it for the office to decide; sent again after a yes, it is `accepted`.
 */
export const refusalCodes = [
  'invalid',
  'unknown-type',
  'forbidden',
  'gone',
  'too-large',
  'conflict',
  'rate',
  'unauthorized',
  'held'
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

const seqSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The browser's own id. */
export const deviceSchema = v.pipe(v.string(), v.regex(/^[0-9a-z][0-9a-z-]{0,63}$/));

/** `events` are looked at one by one, so that a bad one refuses only itself. */
export const requestSchema = v.object({
  protocol: v.literal(protocol),
  device: deviceSchema,
  cursors: v.record(streamSchema, seqSchema),
  grants: v.pipe(v.array(v.object({ id: v.string(), secret: v.string() })), v.maxLength(50)),
  events: v.pipe(v.array(v.unknown()), v.maxLength(largestBatch)),
  /** the tag of the snapshot that the browser has */
  snapshotTag: v.optional(v.string()),
  /** entries that stay on the browser besides these events: not sent yet, or refused; for the office to see */
  left: v.optional(seqSchema),
  /**
   * Streams that the browser was once told are deleted: some, after it met a new epoch; none, else. An app that
   * leaves the field out does not know the code `held` either and is answered `forbidden` instead.
   */
  gone: v.optional(v.pipe(v.array(streamSchema), v.maxLength(mostGone)))
});

/** A tablet as the server saw it last. */
const seenTabletSchema = v.object({
  id: v.string(),
  name: v.string(),
  venue: v.string(),
  /** UTC milliseconds of its last contact */
  seenAt: v.number(),
  /** entries that it had not sent then, or that were refused */
  waiting: seqSchema
});

export const answerSchema = v.object({
  /** UTC milliseconds of the server */
  now: v.number(),
  /** this incarnation of the database */
  epoch: v.string(),
  /** on disk and in the read tables; `at` may have been corrected */
  accepted: v.array(v.object({ id: eventIdSchema, seq: seqSchema, at: v.string() })),
  refused: v.array(v.object({ id: v.string(), code: v.picklist(refusalCodes) })),
  /**
   * by stream: what the browser has not seen, without the events that stand in `accepted`. `cursor` is
   * the seq up to which it now knows everything.
   */
  streams: v.record(v.string(), v.object({ events: v.array(eventSchema), cursor: seqSchema, more: v.boolean() })),
  /** deleted: rows and unsent events go */
  gone: v.array(v.string()),
  /** no right to read any more: rows go, unsent events stay */
  left: v.array(v.string()),
  snapshot: v.optional(snapshotSchema),
  /** of the snapshot that is right now; empty: there is none for this browser any more */
  snapshotTag: v.optional(v.string()),
  /** for staff: the tablets at their venues, as the server saw them last */
  tablets: v.optional(v.array(seenTabletSchema))
});

export type SeenTablet = v.InferOutput<typeof seenTabletSchema>;
export type ExchangeRequest = v.InferOutput<typeof requestSchema>;
export type ExchangeAnswer = v.InferOutput<typeof answerSchema>;
export type Refusal = ExchangeAnswer['refused'][number];
