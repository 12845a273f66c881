import * as v from 'valibot';
import { chosenOf, freeText } from '$lib/base/form';
import { longestWeeks } from './series-dates';
import { daysFrom, isPlainDate } from './zone';

export const plainDate = v.pipe(v.string('date'), v.check(isPlainDate, 'date'));
const plainTime = v.pipe(v.string('time'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'));

const endsAfterStart = ({ start, end }: { start: string; end: string }): boolean => start < end;

export function meetingForm(groups: readonly string[]) {
  return v.pipe(
    v.object({ group: chosenOf(groups), date: plainDate, start: plainTime, end: plainTime }),
    v.forward(v.partialCheck([['start'], ['end']], endsAfterStart, 'end-before-start'), ['end'])
  );
}

/** How many days back a list can be keyed in: staff devices know the meetings of a year (sync/snapshot.ts). */
const longestBack = 365;

/** A meeting that was held and stands on paper: today or on one of the days of a year before. */
export function pastMeetingForm({ groups, today }: { readonly groups: readonly string[]; readonly today: string }) {
  return v.pipe(
    meetingForm(groups),
    v.forward(
      v.partialCheck([['date']], ({ date }) => date <= today, 'date-past'),
      ['date']
    ),
    v.forward(
      v.partialCheck([['date']], ({ date }) => date >= daysFrom(today, -longestBack), 'date-old'),
      ['date']
    )
  );
}

/** Ticked where the later meetings of the series are meant as well. */
const later = v.optional(v.string());

/** Another day or other times for a meeting. The later ones of its series can get the times, never the day. */
export const movedForm = v.pipe(
  v.object({ date: plainDate, start: plainTime, end: plainTime, later }),
  v.forward(v.partialCheck([['start'], ['end']], endsAfterStart, 'end-before-start'), ['end'])
);

/** Why a meeting is cancelled: everybody reads it, on tablets and in calendars. */
export const cancelForm = v.object({ reason: freeText(200), later });

/** How often a series meets: every so many weeks. */
const rhythms = { weekly: 1, fortnightly: 2 } as const;

const isCount = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 2 && Number(text) <= longestWeeks;

interface Ends {
  readonly first: string;
  readonly until: string;
}

/** A last day that is no date has its own words. */
const endsInReach = ({ first, until }: Ends): boolean =>
  !isPlainDate(until) || !isPlainDate(first) || (until > first && until <= daysFrom(first, longestWeeks * 7));

/** A series: from when, how often, and how many, or until when, or whichever of the two comes first. */
export function seriesForm(groups: readonly string[]) {
  return v.pipe(
    v.object({
      group: chosenOf(groups),
      first: plainDate,
      start: plainTime,
      end: plainTime,
      rhythm: v.picklist(['weekly', 'fortnightly'], 'choose'),
      count: freeText(20),
      until: v.pipe(
        freeText(10),
        v.check((text) => text === '' || isPlainDate(text), 'date')
      )
    }),
    v.forward(v.partialCheck([['start'], ['end']], endsAfterStart, 'end-before-start'), ['end']),
    v.forward(
      v.partialCheck(
        [['count'], ['until']],
        ({ count, until }) => isCount(count) || (count === '' && until !== ''),
        'number'
      ),
      ['count']
    ),
    v.forward(v.partialCheck([['first'], ['until']], endsInReach, 'series-end'), ['until']),
    v.transform(({ rhythm, count, until, ...rest }) => ({
      ...rest,
      everyWeeks: rhythms[rhythm],
      ...(count === '' ? {} : { count: Number(count) }),
      ...(until === '' ? {} : { until })
    }))
  );
}

/** What is planned of a proposal: the ticked ones of the days that it offered. */
export function datesForm(offered: readonly string[]) {
  return v.object({ dates: v.pipe(v.array(chosenOf(offered)), v.minLength(1, 'no-date')) });
}
