import { isHere } from '$lib/attendance/attendance';
import { heldMinutes } from '$lib/attendance/rules';
import { attendedUnits, personFigures, unitsOf, type AskedProfile, type HeldFigures, type PersonAt } from './figures';

/** The marks of integration courses (BAMF): there, excused, not excused, gone over, at a work placement. */
export const courseMarks = ['X', 'E', 'U', 'W', 'P'] as const;
export type CourseMark = (typeof courseMarks)[number];

/** A meeting as far as a certificate asks. */
export interface CertifiedMeeting extends HeldFigures {
  /** of the minutes held, in per cent: what held on its day */
  readonly sharePercent: number;
}

/** What one person may be given in writing about a course. Minutes are added up as they were, and never rounded. */
export interface Certified {
  readonly person: string;
  /** how often they were there, of how often it was held */
  readonly meetings: number;
  readonly heldMeetings: number;
  readonly minutes: number;
  readonly heldMinutes: number;
  /** whole units that they attended, of those of the course */
  readonly units: number;
  readonly heldUnits: number;
  /** 0 to 1, never rounded */
  readonly share: number;
  /** they reached what the rules of each day ask for */
  readonly isEarned: boolean;
  /** minutes that are missing; a part of one counts as one */
  readonly missingMinutes: number;
  readonly marks: Readonly<Record<CourseMark, number>>;
}

/** What a mark is called on the list of an integration course; nothing where nobody has said anything. */
export function courseMark({ status, reason = '' }: Pick<PersonAt, 'status' | 'reason'>): CourseMark | undefined {
  if (isHere(status)) return 'X';
  if (reason === 'change') return 'W';
  if (reason === 'placement') return 'P';
  if (status === 'open') return undefined;
  return status === 'absent' ? 'U' : 'E';
}

/** Everybody who was ever marked in a course, and whether they reached its threshold. */
export function certified(meetings: readonly CertifiedMeeting[], asked: AskedProfile): Certified[] {
  const held = meetings.reduce((sum, { rules }) => sum + heldMinutes(rules), 0);
  // In hundredths of a minute, so that no fraction is lost before the two are compared.
  const asksFor = meetings.reduce((sum, { rules, sharePercent }) => sum + heldMinutes(rules) * sharePercent, 0);
  const heldUnits = unitsOf(meetings, asked);
  return personFigures(meetings, asked).map((figures) => ({
    ...figures,
    heldMeetings: meetings.length,
    heldMinutes: held,
    units: attendedUnits(meetings, figures.person, asked),
    heldUnits,
    isEarned: figures.minutes > 0 && figures.minutes * 100 >= asksFor,
    missingMinutes: Math.max(0, Math.ceil(asksFor / 100 - figures.minutes)),
    marks: marksOf(meetings, figures.person)
  }));
}

function marksOf(meetings: readonly CertifiedMeeting[], person: string): Record<CourseMark, number> {
  const counts: Record<CourseMark, number> = { X: 0, E: 0, U: 0, W: 0, P: 0 };
  for (const { people } of meetings) {
    const says = people.find((one) => one.person === person);
    const mark = says && courseMark(says);
    if (mark) counts[mark] += 1;
  }
  return counts;
}
