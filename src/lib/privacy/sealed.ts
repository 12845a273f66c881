import * as v from 'valibot';
import { neededLine } from '$lib/base/form';
import { isPlainDate } from '$lib/club/zone';

/** The reason is shown with the sheet, and to whoever asks what is kept of them. */
export const longestReason = 200;

/** Why a name has to stay, and until when. @param today plain date of the venues' zone */
export const sealForm = (today: string) =>
  v.object({
    reason: neededLine(longestReason),
    until: v.pipe(
      v.string('date'),
      v.check(isPlainDate, 'date'),
      v.check((date) => date > today, 'date-future')
    )
  });
