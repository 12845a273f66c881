import { joined, standing, type Question, type StandingQuestion } from '$lib/learning/notes/questions';

/** Whose questions are meant. */
export interface People {
  /** the people of the group */
  members(this: void): readonly { readonly id: string }[];
  /** the person that an id is read as, where two entries are one person */
  keptOf(this: void, id: string): string;
}

/** A question of somebody in the group; `asker` is who they are read as. */
export interface GroupQuestion extends StandingQuestion {
  readonly asker: string;
}

/** What the people of a group want to ask: by lesson and step, the first to ask first. */
export function groupQuestions(rows: readonly Question[], { members, keptOf }: People): GroupQuestion[] {
  const ids = new Set(members().map(({ id }) => id));
  const byPlace = new Map<string, Question[]>();
  for (const row of rows) {
    const key = `${keptOf(row.person)}|${row.lesson}|${row.step}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), row]);
  }
  return [...byPlace.values()]
    .flatMap((same) => standing(joined(same)) ?? [])
    .map((one) => ({ ...one, asker: keptOf(one.person) }))
    .filter(({ asker }) => ids.has(asker))
    .sort((a, b) => a.lesson.localeCompare(b.lesson) || a.step.localeCompare(b.step) || a.at.localeCompare(b.at));
}
