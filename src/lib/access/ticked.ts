/** What one person ticked: by list, the numbers of its things, from 0. */
export interface Ticked {
  readonly person: string;
  readonly lists: Readonly<Record<string, readonly number[]>>;
}

/** More lists than all courses have together; the oldest go first. */
const mostLists = 300;

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= 0);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was kept, where it is this person's; nobody sees another's. @param text as it was kept, whoever wrote it */
export function tickedFrom(text: string | null, person: string): Ticked {
  const none: Ticked = { person, lists: {} };
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(kept) || kept.person !== person || !isRecord(kept.lists)) return none;
    return { person, lists: Object.fromEntries(Object.entries(kept.lists).filter(isList)) };
  } catch {
    return none;
  }
}

const isList = (entry: [string, unknown]): entry is [string, number[]] => isNumbers(entry[1]);

/** The same with one list as it is now; a list without a tick is not kept. */
export function withTicks({ person, lists }: Ticked, list: string, things: readonly number[]): Ticked {
  const others = Object.entries(lists).filter(([name]) => name !== list);
  const now = things.length > 0 ? [...others, [list, things] as const] : others;
  return { person, lists: Object.fromEntries(now.slice(-mostLists)) };
}
