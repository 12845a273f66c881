import { stampMs } from '$lib/base/clock';
import { joined, standing, type Question, type StandingQuestion } from '$lib/learning/notes/questions';

/** So long an answered question stays in sight: until the meeting after the next, where meetings are every other week. */
const answeredMs = 30 * 86_400_000;

/** Whose questions are meant. */
export interface People {
  /** the people of the group */
  members(this: void): readonly { readonly id: string }[];
  /** the person that an id is read as, where two entries are one person */
  keptOf(this: void, id: string): string;
  /** UTC milliseconds */
  now(this: void): number;
}

/** A question of somebody in the group; `asker` is who they are read as. */
export interface GroupQuestion extends StandingQuestion {
  readonly asker: string;
}

/** What the people of a group want to ask, and what was answered lately: by lesson and step, the first to ask first. */
export function groupQuestions(rows: readonly Question[], { members, keptOf, now }: People): GroupQuestion[] {
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
    .filter(({ answeredAt }) => answeredAt === undefined || stampMs(answeredAt) > now() - answeredMs)
    .sort((a, b) => a.lesson.localeCompare(b.lesson) || a.step.localeCompare(b.step) || a.at.localeCompare(b.at));
}
