import type { EventId } from '$lib/sync/event';
import type { Attendance, Mark } from './attendance';
import { mostBeside } from './events';

/**
 * Marks that no other one answers: what was said last, by everybody who did not know of the others. A mark answers the
 * one that it names as `seen`, all that this one answers, and, if it says where somebody was, those in `also`: a note or a
 * reason is no word about whose word was right.
 */
export function unanswered(marks: readonly Mark[]): readonly Mark[] {
  const answered = new Set<string>(
    marks.flatMap(({ seen, status, also = [] }) => [...(seen ? [seen] : []), ...(status === undefined ? [] : also)])
  );
  return marks.filter(({ id }) => !answered.has(id));
}

/** The mark that gives another its status: itself, or what it answers. */
function statusMark(mark: Mark, marks: readonly Mark[]): Mark | undefined {
  const passed = new Set<string>();
  let at: Mark | undefined = mark;
  while (at !== undefined && at.status === undefined && !passed.has(at.id)) {
    passed.add(at.id);
    const seen: EventId | undefined = at.seen;
    at = marks.find(({ id }) => id === seen);
  }
  return at?.status === undefined ? undefined : at;
}

/**
 * What people said of somebody's status without knowing of each other, in order of time, where it differs; nothing
 * where it does not. It ends with a mark that knows them all ("geprüft").
 */
export function contradiction(marks: readonly Mark[]): readonly Mark[] {
  const said = unanswered(marks).flatMap((mark) => statusMark(mark, marks) ?? []);
  const [first] = said;
  return said.some(({ by, status }) => by !== first?.by && status !== first?.status) ? said : [];
}

/** Whether two people said different things without knowing of each other ("geprüft?"). */
export const needsCheck = ({ marks }: Pick<Attendance, 'marks'>): boolean => contradiction(marks).length > 0;

/** What the next mark of this device names as shown: the last one, and those that stand beside it. */
export function shown(row: Pick<Attendance, 'marks'> | undefined): { seen?: EventId; also?: EventId[] } {
  const marks = row?.marks ?? [];
  const seen = marks.at(-1)?.id;
  if (seen === undefined) return {};
  const also = unanswered(marks)
    .map(({ id }) => id)
    .filter((id) => id !== seen)
    .slice(-mostBeside);
  return { seen, ...(also.length === 0 ? {} : { also }) };
}
