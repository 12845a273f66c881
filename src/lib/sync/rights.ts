import type { SyncEvent } from './event';
import type { TaggedSnapshot } from './snapshot';

/**
 * `unauthorized`: nobody proved to be the author; the event waits on its device until somebody does. `held`: it would
 * have been allowed, had its device not been reported lost, or had the database not been restored: the office decides.
 */
export type Verdict = 'yes' | 'forbidden' | 'unauthorized' | 'held';

/** What the sync engine asks about whoever sends a request. The club's facts answer it. */
export interface Rights {
  /** whether the server knows who asks: an enrolled tablet or a signed-in person */
  readonly known: boolean;
  /** UTC milliseconds before which this device cannot have written anything */
  readonly earliest: number;
  /** One verdict for each event, in their order. */
  judge(events: readonly SyncEvent[]): Promise<Verdict[]>;
  /** All streams to hand out, of those asked for and of those that come unasked. */
  readable(asked: readonly string[]): Promise<ReadonlySet<string>>;
  /** The snapshot for this actor, if there is one. */
  snapshot(): Promise<TaggedSnapshot | undefined>;
}
