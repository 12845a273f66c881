import type { SyncEvent } from './event';
import type { TaggedSnapshot } from './snapshot';
import type { SeenTablet } from './wire';

/**
 * Why the office decides about an event: it would have been allowed, had its device not been reported lost; or what
 * would allow it may have been entered after the backup from which the database was restored.
 */
export type HeldReason = 'lost-device' | 'unknown-stream';

/**
 * `unauthorized`: nobody proved to be the author; the event waits on its device until somebody does. `rate`: too much at
 * once; it waits and comes again. `too-large`: its stream is full.
 */
export type Verdict = 'yes' | 'forbidden' | 'unauthorized' | 'rate' | 'too-large' | HeldReason;

/** What the sync engine asks about whoever sends a request. The club's facts answer it. */
export interface Rights {
  /** whether the server knows who asks: an enrolled tablet or a signed-in person */
  readonly known: boolean;
  /** `tablet/<id>` or `staff/<id>`: who sends, if that is proven */
  readonly sender?: string | undefined;
  /** whether what the sender says about deleted streams is worth the office's time */
  readonly isTrusted: boolean;
  /** UTC milliseconds before which this device cannot have written anything */
  readonly earliest: number;
  /** One verdict for each event, in their order. */
  judge(events: readonly SyncEvent[]): Promise<Verdict[]>;
  /** All streams to hand out, of those asked for and of those that come unasked. */
  readable(asked: readonly string[]): Promise<ReadonlySet<string>>;
  /** The snapshot for this actor, if there is one. */
  snapshot(): Promise<TaggedSnapshot | undefined>;
  /** For staff: the tablets at their venues. */
  tablets?(): Promise<SeenTablet[]>;
}
