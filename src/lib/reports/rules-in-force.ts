import type { UnitProfile } from './figures';

/** What an operator settles: how units are reckoned, and which share of the minutes a certificate asks for. */
export interface ReportRules {
  readonly profile: UnitProfile;
  /** of the minutes held, 1 to 100 */
  readonly sharePercent: number;
}

/** Rules from a day on, until others follow. */
export interface DatedRules extends ReportRules {
  /** plain date, `YYYY-MM-DD` */
  readonly from: string;
}

/** Before anybody has settled anything. Seven tenths are what adult education centres ask for. */
export const firstRules: ReportRules = { profile: 'whole-course', sharePercent: 70 };

/** The rules that held on a day. @param rules in order of their first day */
export const rulesOn = (rules: readonly DatedRules[], date: string): ReportRules =>
  rules.findLast(({ from }) => from <= date) ?? firstRules;
