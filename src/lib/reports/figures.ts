import { isHere, missed, type Registers } from '$lib/attendance/attendance';
import type { AttendanceStatus } from '$lib/attendance/events';
import { heldMinutes, type FigureRules } from '$lib/attendance/rules';

/** What counts of one person at one meeting. */
export interface PersonAt extends Registers {
  readonly person: string;
  readonly status: AttendanceStatus;
}

/** A meeting that was held, as far as figures are about it. */
export interface HeldFigures {
  readonly rules: FigureRules;
  readonly people: readonly PersonAt[];
}

/**
 * How a course's teaching units are reckoned. `whole-course`: all minutes together ÷ 45, the fraction dropped once
 * (Lower Saxony: DVO-NEBG, § 4). `each-meeting`: the fraction of each meeting is dropped.
 */
export const unitProfiles = ['whole-course', 'each-meeting'] as const;
export type UnitProfile = (typeof unitProfiles)[number];

/** Minutes somebody was there, 0 to the meeting's own length. Minutes that nobody knows count as attended. */
export function attendedMinutes(rules: FigureRules, says: PersonAt): number {
  if (!isHere(says.status)) return 0;
  const { late, early } = missed(says);
  return Math.max(0, heldMinutes(rules) - late - early);
}

/** Whole teaching units of the meetings of one course. */
export function unitsOf(meetings: readonly HeldFigures[], profile: UnitProfile): number {
  const minutesByUnit = new Map<number, number>();
  let units = 0;
  for (const { rules } of meetings) {
    const minutes = heldMinutes(rules);
    units += Math.floor(minutes / rules.unitMinutes);
    minutesByUnit.set(rules.unitMinutes, (minutesByUnit.get(rules.unitMinutes) ?? 0) + minutes);
  }
  if (profile === 'each-meeting') return units;
  // Meetings of one course may have been held by different units: each is dropped its own fraction, never a shared one.
  return [...minutesByUnit].reduce((sum, [unit, minutes]) => sum + Math.floor(minutes / unit), 0);
}

/** One person's hours in a course. */
export interface PersonFigures {
  readonly person: string;
  readonly meetings: number;
  readonly minutes: number;
  /** of the minutes that were held, 0 to 1; never rounded */
  readonly share: number;
}

/** The hours of everybody who was ever marked, in order of first appearance. */
export function personFigures(meetings: readonly HeldFigures[]): PersonFigures[] {
  const held = meetings.reduce((sum, { rules }) => sum + heldMinutes(rules), 0);
  const found = new Map<string, { meetings: number; minutes: number }>();
  for (const { rules, people } of meetings) {
    for (const one of people) {
      const kept = found.get(one.person) ?? { meetings: 0, minutes: 0 };
      const here = isHere(one.status) ? 1 : 0;
      found.set(one.person, {
        meetings: kept.meetings + here,
        minutes: kept.minutes + attendedMinutes(rules, one)
      });
    }
  }
  return [...found].map(([person, kept]) => ({ person, ...kept, share: held === 0 ? 0 : kept.minutes / held }));
}

/** How often somebody came: each person at each meeting. */
export function participations(meetings: readonly HeldFigures[]): number {
  return meetings.reduce((sum, { people }) => sum + people.filter(({ status }) => isHere(status)).length, 0);
}

/** Who was there at least once. */
export function visitors(meetings: readonly HeldFigures[]): ReadonlySet<string> {
  return new Set(
    meetings.flatMap(({ people }) => people.filter(({ status }) => isHere(status)).map(({ person }) => person))
  );
}
