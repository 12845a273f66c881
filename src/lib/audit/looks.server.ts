import { and, eq, gte } from 'drizzle-orm';
import { auditLooks } from './schema.server';
import type { Writer } from './trail.server';

/** Somebody who looks at the same thing again within an hour has looked once. */
const sameLookMs = 3_600_000;

type Subject = `${string}/${string}`;

/**
 * Notes that somebody looked at what is kept of a person. Not among the deeds: those tell every tablet that the club has
 * changed, and a look changes nothing.
 */
export function noteLook({ store, world, by }: Writer, subject: Subject): void {
  const now = world.now();
  const again = and(
    eq(auditLooks.subject, subject),
    eq(auditLooks.by, by),
    eq(auditLooks.what, 'seen'),
    gte(auditLooks.at, now - sameLookMs)
  );
  if (store.orm.select().from(auditLooks).where(again).get()) return;
  store.orm.insert(auditLooks).values({ at: now, by, subject, what: 'seen' }).run();
}

/** Notes that somebody was given a list or what is kept of a person, as a file or on paper: each time. */
export function noteHandOut({ store, world, by }: Writer, subject: Subject): void {
  store.orm.insert(auditLooks).values({ at: world.now(), by, subject, what: 'handed-out' }).run();
}
