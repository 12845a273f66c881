import type { Meeting } from '$lib/club/roster';
import type { LessonName } from './catalogue';
import { isPlanned, wasDealtWith, type PlannedLesson } from './planned-lesson';

/** A lesson of a path at a date. */
export interface DatedLesson extends LessonName {
  readonly meeting: Meeting;
}

/** How a path could lie over the coming dates of a group: a proposal, nothing is planned by it. */
export interface PathProposal {
  readonly dated: readonly DatedLesson[];
  /** for which there is no date any more */
  readonly undated: readonly LessonName[];
  /** how many are in a plan already, or came up */
  readonly left: number;
}

interface Around {
  /** the coming ones, in order */
  readonly meetings: readonly Meeting[];
  /** what was said of lessons at all meetings of the group, past and coming */
  readonly rows: readonly PlannedLesson[];
}

/** One lesson a date, in the order of the path, at the dates for which nothing is planned yet. */
export function proposePath(path: readonly LessonName[], { meetings, rows }: Around): PathProposal {
  const taken = new Set(rows.filter((row) => isPlanned(row) || wasDealtWith(row)).map(({ lesson }) => lesson));
  const full = new Set(rows.filter(isPlanned).map(({ meeting }) => meeting));
  const open = path.filter(({ lesson }) => !taken.has(lesson));
  const free = meetings.filter(({ id }) => !full.has(id));
  return {
    dated: free.flatMap((meeting, index) => {
      const name = open[index];
      return name ? [{ course: name.course, lesson: name.lesson, meeting }] : [];
    }),
    undated: open.slice(free.length),
    left: path.length - open.length
  };
}
