import type { AgeBand, AttendanceStatus, Gender } from '$lib/attendance/events';
import type { CompetenceArea } from '$lib/content/competence';
import type { PersonFigures } from './figures';

/** Figures about people: small ones are not handed on. */
export const peopleColumns = ['participations', 'persons', 'newPersons', 'guests', 'heads', 'lessons'] as const;
export type PeopleColumn = (typeof peopleColumns)[number];

/**
 * What some meetings came to. `People` is a number, or nothing where it is too small to be handed on.
 * `participations`: each person at each meeting. `persons`: each once. `newPersons`: those who were taken in meanwhile.
 * `guests`: participations of people who were no members. `heads`: people who were counted, not named. `lessons`: finished
 * meanwhile by those who were there.
 */
export interface Figures<People = number> extends Readonly<Record<PeopleColumn, People>> {
  /** held: somebody opened the list */
  readonly meetings: number;
  readonly cancelled: number;
  /** held, and the list is not closed yet */
  readonly open: number;
  /** whole teaching units */
  readonly units: number;
}

/** The figures of a venue or a group. */
export interface Line<People = number> extends Figures<People> {
  readonly id: string;
  readonly name: string;
}

/** How many there were of one kind. */
export interface Counted<Of extends string, People = number> {
  readonly of: Of;
  readonly count: People;
}

/** What is told of all venues together alone: parted further it could point at single people. */
export interface Together<People = number> {
  /** participations by month, `YYYY-MM` */
  readonly months: readonly Counted<string, People>[];
  /** hands that were counted */
  readonly ages: readonly Counted<AgeBand, People>[];
  readonly genders: readonly Counted<Gender, People>[];
  /** finished lessons by the area of competence that they serve */
  readonly competences: readonly Counted<CompetenceArea, People>[];
}

export interface YearReport<People = number> {
  readonly venues: readonly (Line<People> & { readonly groups: readonly Line<People>[] })[];
  readonly all: Figures<People>;
  readonly together: Together<People>;
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
  /** the persons of whom something was changed after the list was closed, with a reason */
  readonly corrected: readonly string[];
}

export interface SheetPerson extends PersonFigures {
  /** nothing: the person was deleted, or a guest gave no name */
  readonly firstName: string | undefined;
  /** no member of any group of these venues */
  readonly isGuest: boolean;
  readonly initial: string;
}

/** One group's sheet of a time. */
export interface GroupReport {
  readonly id: string;
  readonly name: string;
  readonly figures: Figures;
  readonly meetings: readonly SheetMeeting[];
  readonly people: readonly SheetPerson[];
}
