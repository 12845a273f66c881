import { parseStamp, stampMs } from '$lib/base/clock';
import type { CourseFile } from '$lib/content/lesson';
import type { ResumePlace } from '$lib/learning/place';

/** Minutes on one step after which a look might be welcome. A step with a practice takes a while: no sooner. */
const quietMinutes = 10;

/** Where one person of a group is now, as a trainer sees it during a meeting. */
export interface WhoIsWhere {
  readonly person: string;
  readonly lesson: string;
  /** from 1 */
  readonly step: number;
  readonly steps: number;
  /** whole minutes since they came to this step */
  readonly minutes: number;
  /** through with the lesson */
  readonly isDone: boolean;
  /** for long at the same step; never of who is through */
  readonly isQuiet: boolean;
}

interface Asked {
  /** UTC milliseconds since when a step counts for this meeting */
  readonly from: number;
  /** UTC milliseconds */
  readonly now: number;
  courseOf(id: string): CourseFile | undefined;
  isDone(place: ResumePlace): boolean;
}

/** Where somebody is in this meeting; nothing where they have not made a step in it, or the lesson is not known here. */
export function whereIs(
  place: ResumePlace | undefined,
  { person, from, now, courseOf, isDone }: Asked & { readonly person: string }
): WhoIsWhere | undefined {
  if (place === undefined || !isSince(place, from)) return undefined;
  const lesson = courseOf(place.course)?.lessons.find(({ id }) => id === place.lesson);
  const step = (lesson?.steps.indexOf(place.step) ?? -1) + 1;
  if (lesson === undefined || step === 0) return undefined;
  const minutes = Math.max(0, Math.floor((now - stampMs(place.at)) / 60_000));
  const done = isDone(place);
  return {
    person,
    lesson: lesson.title,
    step,
    steps: lesson.steps.length,
    minutes,
    isDone: done,
    isQuiet: !done && minutes >= quietMinutes
  };
}

/** Whether a place belongs to this meeting, and not to another evening. */
export const isSince = ({ at }: ResumePlace, from: number): boolean => stampMs(at) >= from;

/** Who made the last step on a device in this meeting, as far as that is known here. */
export function lastOn(
  places: readonly ResumePlace[],
  { device, from }: { readonly device: string | undefined; readonly from: number }
): string | undefined {
  const here = places.filter((one) => isSince(one, from) && parseStamp(one.at)?.device === device);
  return here.sort((a, b) => (a.at > b.at ? -1 : 1))[0]?.person;
}

/** In the order in which a trainer wants them: who has been quiet for long first, then in the order given. */
export const byQuiet = (people: readonly WhoIsWhere[]): WhoIsWhere[] =>
  [...people].sort((a, b) => Number(b.isQuiet) - Number(a.isQuiet));
