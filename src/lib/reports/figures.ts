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
  /** how units were reckoned on its day; without it, by whole courses */
  readonly profile?: UnitProfile;
  readonly people: readonly PersonAt[];
}

/**
 * How a course's teaching units are reckoned. `whole-course`: all minutes together ÷ 45, the fraction dropped once
 * (Lower Saxony: DVO-NEBG, § 4). `each-meeting`: the fraction of each meeting is dropped (North Rhine-Westphalia counts
 * whole units that were held: WbG, § 26). `integration-course`: as each meeting, and coming or going counts only beyond
 * 15 minutes (BAMF, list of attendance of integration courses).
 */
export const unitProfiles = ['whole-course', 'each-meeting', 'integration-course'] as const;
export type UnitProfile = (typeof unitProfiles)[number];

/** A profile that is asked for; `of-the-day`: to each meeting the one that held on its day. */
export const askedProfiles = ['of-the-day', ...unitProfiles] as const;
export type AskedProfile = (typeof askedProfiles)[number];

const firstProfile: UnitProfile = 'whole-course';

const profileOf = ({ profile = firstProfile }: HeldFigures, asked: AskedProfile): UnitProfile =>
  asked === 'of-the-day' ? profile : asked;

/** Minutes of coming or going that do not count, by profile. */
const graceMinutes = (profile: UnitProfile): number => (profile === 'integration-course' ? 15 : 0);

/**
 * Minutes somebody was there, 0 to the meeting's own length. Minutes that nobody knows count as attended.
 * @param grace so many minutes late or early are not taken off
 */
export function attendedMinutes(rules: FigureRules, says: PersonAt, grace = 0): number {
  if (!isHere(says.status)) return 0;
  const { late, early } = missed(says);
  const off = (minutes: number) => (minutes > grace ? minutes : 0);
  return Math.max(0, heldMinutes(rules) - off(late) - off(early));
}

/** Whole teaching units of the meetings of one course. */
export function unitsOf(meetings: readonly HeldFigures[], asked: AskedProfile): number {
  const [together, single] = parted(meetings, (meeting) => profileOf(meeting, asked) === 'whole-course');
  const whole = (minutes: number, { unitMinutes }: FigureRules) => Math.floor(minutes / unitMinutes);
  return (
    single.reduce((sum, { rules }) => sum + whole(heldMinutes(rules), rules), 0) +
    wholeUnits(together.map(({ rules }) => ({ rules, minutes: heldMinutes(rules) })))
  );
}

/**
 * Whole units of minutes that are added up first. Meetings of one course may have been held by different units: each is
 * dropped its own fraction, never a shared one.
 */
function wholeUnits(parts: readonly { readonly rules: FigureRules; readonly minutes: number }[]): number {
  const byUnit = new Map<number, number>();
  for (const { rules, minutes } of parts) byUnit.set(rules.unitMinutes, (byUnit.get(rules.unitMinutes) ?? 0) + minutes);
  return [...byUnit].reduce((sum, [unit, minutes]) => sum + Math.floor(minutes / unit), 0);
}

function parted<Thing>(things: readonly Thing[], isFirst: (thing: Thing) => boolean): [Thing[], Thing[]] {
  return [things.filter(isFirst), things.filter((thing) => !isFirst(thing))];
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
export function personFigures(meetings: readonly HeldFigures[], asked: AskedProfile = 'of-the-day'): PersonFigures[] {
  const held = meetings.reduce((sum, { rules }) => sum + heldMinutes(rules), 0);
  const found = new Map<string, { meetings: number; minutes: number }>();
  for (const meeting of meetings) {
    const grace = graceMinutes(profileOf(meeting, asked));
    for (const one of meeting.people) {
      const kept = found.get(one.person) ?? { meetings: 0, minutes: 0 };
      const here = isHere(one.status) ? 1 : 0;
      found.set(one.person, {
        meetings: kept.meetings + here,
        minutes: kept.minutes + attendedMinutes(meeting.rules, one, grace)
      });
    }
  }
  return [...found].map(([person, kept]) => ({ person, ...kept, share: held === 0 ? 0 : kept.minutes / held }));
}

/** Whole units that one person attended: their minutes are added up before any fraction is dropped. */
export function attendedUnits(meetings: readonly HeldFigures[], person: string, asked: AskedProfile): number {
  return wholeUnits(
    meetings.flatMap((meeting) => {
      const says = meeting.people.find((one) => one.person === person);
      const grace = graceMinutes(profileOf(meeting, asked));
      return says ? { rules: meeting.rules, minutes: attendedMinutes(meeting.rules, says, grace) } : [];
    })
  );
}

/** How often somebody came: each person at each meeting. */
export function participations(meetings: readonly HeldFigures[]): number {
  return meetings.reduce((sum, { people }) => sum + people.filter(({ status }) => isHere(status)).length, 0);
}

/** Who was there at least once. */
export function visitors(meetings: readonly HeldFigures[]): ReadonlySet<string> {
  const here = new Set<string>();
  for (const { people } of meetings)
    for (const { person, status } of people) {
      if (isHere(status)) here.add(person);
    }
  return here;
}
