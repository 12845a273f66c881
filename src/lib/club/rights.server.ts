import type { Statement } from 'better-sqlite3';
import type { Actor, FactsQuestion, FamiliesPort } from '$lib/access/facts';
import { rightsOf } from '$lib/access/rights';
import type { Store } from '$lib/store/open.server';
import { readIncarnation, type Restored } from '$lib/sync/incarnation.server';
import type { Rights } from '$lib/sync/rights';
import { clubFacts } from './facts.server';
import { snapshotFor } from './snapshot.server';
import { tabletsSeenBy } from './tablets.server';

/** Rosters and snapshots change with the day, which begins at a full hour everywhere. */
const hourMs = 3_600_000;

interface Asking {
  readonly actor: Actor;
  readonly grants: FactsQuestion['grants'];
  readonly families?: FamiliesPort | undefined;
  /** UTC milliseconds */
  readonly now: number;
}

/**
 * What the sender of one sync request may do in this club. A roster or snapshot is worked out once and
 * kept until something changes: most requests of a meeting find the club as the last one left it.
 */
export function clubRights(store: Store, { actor, grants, families, now }: Asking): Rights {
  const facts = clubFacts(store);
  const kept = keptOf(store);
  const asker = `${Math.floor(now / hourMs)} ${JSON.stringify(actor)}`;
  return rightsOf({
    actor,
    grants,
    families,
    now,
    restored: kept.restored,
    port: {
      // Whose secret is right is looked up each time; everything else is what the club's rows say.
      facts: (question) =>
        question.grants.length > 0
          ? facts.facts(question)
          : remember(kept, `facts ${JSON.stringify(question)}`, () => facts.facts(question)),
      roster: () => remember(kept, `roster ${asker}`, () => facts.roster(actor, now))
    },
    snapshot: () => remember(kept, `snapshot ${asker}`, () => snapshotFor(store, { actor, now })),
    tablets: () => tabletsSeenBy(store, { actor, now })
  });
}

/** Answers kept at most: several for each tablet of a town. */
const mostKept = 1000;

interface Kept {
  readonly lastLine: Statement<[], { line: number | null }>;
  /** the last line of the audit trail: every change of the club's rows leaves one, in its transaction */
  line: number | undefined;
  readonly answers: Map<string, Promise<unknown>>;
  /** the database was restored from a backup: it stays so as long as it is open */
  readonly restored: Restored | undefined;
}

const keptByStore = new WeakMap<Store, Kept>();

function keptOf(store: Store): Kept {
  const kept = keptByStore.get(store) ?? nothingKept(store);
  const line = kept.lastLine.get()?.line ?? 0;
  if (kept.line !== line) kept.answers.clear();
  kept.line = line;
  return kept;
}

function nothingKept(store: Store): Kept {
  const lastLine = store.db.prepare<[], { line: number | null }>('SELECT max(id) AS line FROM audit_lines');
  const kept: Kept = { lastLine, line: undefined, answers: new Map(), restored: readIncarnation(store.db).restored };
  keptByStore.set(store, kept);
  return kept;
}

function remember<T>({ answers }: Kept, name: string, work: () => Promise<T>): Promise<T> {
  const kept = answers.get(name);
  if (isOf<T>(kept)) return kept;
  if (answers.size >= mostKept) answers.clear();
  const made = work();
  answers.set(name, made);
  // A disk that did not answer once may answer the next time.
  made.catch(() => {
    if (answers.get(name) === made) answers.delete(name);
  });
  return made;
}

/** What lies under a name was put there by the same work. */
function isOf<T>(answer: Promise<unknown> | undefined): answer is Promise<T> {
  return answer !== undefined;
}
