import * as v from 'valibot';
import { streamSchema } from './event';

/** How far a stream has come. */
export interface StreamChange {
  readonly stream: string;
  /** of its last event */
  readonly seq: number;
}

/**
 * The port between the event log and whoever waits for news: in one process a list of listeners, over several
 * app servers the database's own notices. Told after the commit, never before.
 */
export interface Signals {
  publish(changes: readonly StreamChange[]): void;
  /** Calls with all changes from now on; answers how to stop. */
  subscribe(listener: (changes: readonly StreamChange[]) => void): () => void;
}

/** Signals that nobody hears. */
export const nobody: Pick<Signals, 'publish'> = { publish: () => undefined };

/** How often a live connection says that it is there, so that a dead one is noticed. */
export const beatMs = 25_000;

/** One message of `GET /api/live`. It says where there is news, never what: a reader then pulls. */
export const liveMessageSchema = v.object({
  /** by stream, the seq of its last event; empty: a sign of life */
  streams: v.record(streamSchema, v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** the snapshot has changed */
  club: v.optional(v.boolean()),
  /** a newer connection of the same browser has taken over: this one does not come back by itself */
  over: v.optional(v.boolean())
});

export type LiveMessage = v.InferOutput<typeof liveMessageSchema>;
