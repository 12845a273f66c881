import type { AttendanceStatus } from '$lib/attendance/events';
import type { PersonFigures } from './figures';

/** What some meetings came to. `People` is a number, or nothing where it is too small to be handed on. */
export interface Figures<People = number> {
  /** held: somebody opened the list */
  readonly meetings: number;
  readonly cancelled: number;
  /** held, and the list is not closed yet */
  readonly open: number;
  /** whole teaching units */
  readonly units: number;
  /** each person at each meeting */
  readonly participations: People;
  /** each person once */
  readonly persons: People;
}

/** The figures of a venue or a group. */
export interface Line<People = number> extends Figures<People> {
  readonly id: string;
  readonly name: string;
}

export interface YearReport<People = number> {
  readonly venues: readonly (Line<People> & { readonly groups: readonly Line<People>[] })[];
  readonly all: Figures<People>;
}

export interface SheetMeeting {
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly isCancelled: boolean;
  readonly isClosed: boolean;
  readonly minutes: number;
  /** by person */
  readonly marks: Readonly<Record<string, AttendanceStatus>>;
}

export interface SheetPerson extends PersonFigures {
  /** nothing: the person was deleted */
  readonly firstName: string | undefined;
  readonly initial: string;
}

/** One group's sheet of a year. */
export interface GroupReport {
  readonly id: string;
  readonly name: string;
  readonly figures: Figures;
  readonly meetings: readonly SheetMeeting[];
  readonly people: readonly SheetPerson[];
}
