/** What orders two events: the stamp, and for equal stamps the id (SYNC.md, "Merge rules"). */
interface Ordered {
  readonly at: string;
  readonly id: string;
}

/** Less than 0 if `a` is the earlier, more than 0 if it is the later, 0 if they are the same event. */
export function byTime(a: Ordered, b: Ordered): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return 0;
}

/** Last writer wins: the later of two. */
export function later<T extends Ordered>(kept: T | undefined, next: T): T {
  return kept === undefined || byTime(kept, next) < 0 ? next : kept;
}

/** First writer wins: the earlier of two. */
export function earlier<T extends Ordered>(kept: T | undefined, next: T): T {
  return kept === undefined || byTime(kept, next) > 0 ? next : kept;
}

/** Grow-only set with the earliest stamp of each member. */
export function earliest(kept: string | undefined, next: string): string {
  return kept === undefined || next < kept ? next : kept;
}

/** A list in order of time that holds each event once. */
export function withEntry<T extends Ordered>(entries: readonly T[], entry: T): T[] {
  if (entries.some(({ id }) => id === entry.id)) return [...entries];
  return [...entries, entry].sort(byTime);
}

/** The smaller of two texts: for what should never differ, so that order still cannot matter. */
export function smaller(kept: string | undefined, next: string): string {
  return kept === undefined || next < kept ? next : kept;
}
