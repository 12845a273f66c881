import { stampMs } from '$lib/base/clock';
import { aliasesByKept } from '$lib/club/aliases.server';
import { dayOf } from '$lib/club/zone';
import { progress } from '$lib/learning/progress';
import type { Store } from '$lib/store/open.server';
import { rowOf } from '$lib/sync/projection';
import { tableName } from '$lib/sync/rebuild.server';

interface Time {
  /** plain dates, both included */
  readonly from: string;
  readonly to: string;
}

/** Answers which lessons a person finished in a time, under any of their entries; each person is looked up once. */
export function finishedLessonsIn(store: Store, { from, to }: Time): (person: string) => ReadonlySet<string> {
  const rows = store.db.prepare<[string], { row: string }>(`SELECT row FROM ${tableName(progress)} WHERE stream = ?`);
  const aliases = aliasesByKept(store);
  const found = new Map<string, ReadonlySet<string>>();
  const finished = (person: string) =>
    [person, ...(aliases.get(person) ?? [])]
      .flatMap((id) => rows.all(`progress/${id}`))
      .flatMap(({ row }) => rowOf(progress, JSON.parse(row)) ?? [])
      .flatMap(({ lesson, completedAt }) => {
        const day = completedAt && dayOf(stampMs(completedAt));
        return day && day >= from && day <= to ? lesson : [];
      });
  return (person) => {
    const known = found.get(person) ?? new Set(finished(person));
    found.set(person, known);
    return known;
  };
}
