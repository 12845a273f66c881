import * as v from 'valibot';
import { unitProfiles } from './figures';

/** Shares of the minutes held that a certificate can ask for, in per cent. */
export const shares = [50, 60, 70, 75, 80, 90, 100] as const;

/** What is asked where the rules of figures are settled. */
export const rulesForm = v.object({
  profile: v.picklist(unitProfiles, 'choose'),
  sharePercent: v.pipe(v.string('choose'), v.transform(Number), v.picklist(shares, 'choose'))
});
