import { and, desc, like, lt, ne } from 'drizzle-orm';
import type { World } from '$lib/base/world';
import type { Store } from '$lib/store/open.server';
import { auditLines } from './schema.server';

/** Who writes, into what, with which time and chance. Every change of the office's rows is made by one. */
export interface Writer {
  readonly store: Store;
  readonly world: World;
  /** `staff/<id>`, or `set-up` */
  readonly by: string;
}

/** What was done, and to what: `venue.added`, `venue/<id>`. No names, no content. */
export interface Deed {
  readonly action: `${string}.${string}`;
  readonly subject: `${string}/${string}`;
}

/** Leaves a line in the audit trail. Called inside the transaction that does the deed, so neither stands alone. */
export function noteDeed({ store, world, by }: Writer, { action, subject }: Deed): void {
  store.orm.insert(auditLines).values({ at: world.now(), by, action, subject }).run();
}

/**
 * Takes the tablet out of lines about persons that it wrote before an instant (a learner set their picture code on it):
 * the line stays, and that it was a tablet.
 */
export function unlinkTablets({ orm }: Store, before: number): void {
  const { at, by, subject } = auditLines;
  orm
    .update(auditLines)
    .set({ by: 'device/tablet' })
    .where(and(lt(at, before), like(by, 'device/%'), ne(by, 'device/tablet'), like(subject, 'person/%')))
    .run();
}

/** The latest lines, newest first. */
export async function latestDeeds(store: Store, atMost: number) {
  return store.orm.select().from(auditLines).orderBy(desc(auditLines.at), desc(auditLines.id)).limit(atMost).all();
}

/** Asks for the number of the last line, quickly and often: it changes whenever a row of the office does. */
export function lineCounter({ db }: Store): () => number {
  const last = db.prepare<[], { line: number | null }>('SELECT max(id) AS line FROM audit_lines');
  return () => last.get()?.line ?? 0;
}
