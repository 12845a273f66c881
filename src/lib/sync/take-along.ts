import type { World } from '$lib/base/world';
import { parseStream, subjectOf, type Draft, type SyncEvent } from './event';
import { showAgain } from './fold';
import { recordIn } from './record';
import type { Registry } from './registry';
import type { ShelfTx } from './shelf';
import { visitor } from './visitor';

/** The most that IndexedDB can be asked for. */
const everything = 2 ** 32 - 1;

/** What was learned without a name. What a family agreed on is no one person's: it never goes along with anybody. */
const isNameless = ({ stream }: Pick<SyncEvent, 'stream'>): boolean =>
  subjectOf(stream) === visitor && parseStream(stream)?.kind !== 'family';

/** What was learned on this device without a name, in order of writing. */
export async function withoutNameIn(tx: ShelfTx): Promise<SyncEvent[]> {
  const entries = await tx.entriesIn('local', 0, everything);
  return entries.map(({ event }) => event).filter(isNameless);
}

/**
 * Records what was done without a name anew under a person's, in its order, and lets the nameless go (SYNC.md, promise 7
 * of the browser). New events of now, not of then: rights are judged by their time, and then the person may not yet have
 * been a member. Within the given transaction: all of it or nothing.
 */
export async function takeAlongIn(
  tx: ShelfTx,
  person: string,
  options: { readonly registry: Registry; readonly world: World }
): Promise<void> {
  const entries = await tx.entriesIn('local', 0, everything);
  const nameless = entries.filter(isNameless);
  await recordIn(
    tx,
    nameless.map(({ event }) => underName(event, person)),
    options
  );
  await tx.dropEntries(nameless.map(({ order }) => order));
  await showAgain(
    tx,
    options.registry,
    nameless.flatMap(({ refs }) => refs)
  );
}

function underName({ stream, type, data }: SyncEvent, person: string): Draft {
  const kind = stream.slice(0, stream.indexOf('/'));
  return { stream: `${kind}/${person}`, type, by: `person/${person}`, data };
}
