import type { Venues } from '$lib/access/facts';
import { findGroup } from '$lib/club/groups.server';
import { pageOfMeetings } from '$lib/club/meetings.server';
import { listVenues } from '$lib/club/venues.server';
import { readOperator } from '$lib/operator/settings.server';
import type { Store } from '$lib/store/open.server';
import type { FeedSubject } from './feed-kind';

/** What fits on a sheet of A4 in large print. */
const datesAtMost = 8;

interface Asked {
  readonly of: FeedSubject;
  readonly at: Venues;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What stands on the poster of a group or a venue: its next dates, the place, whom to call. */
export async function posterOf(store: Store, { of, at, today }: Asked) {
  const group = of.kind === 'group' ? await findGroup(store, of.subject, at) : undefined;
  const venues = await listVenues(store, at);
  const venue = venues.find(({ id }) => id === (group?.venue ?? of.subject));
  if (!venue || (of.kind === 'group' && !group)) return undefined;
  const wanted = { at: [venue.id], from: today, group: group?.id ?? '', page: 1, onlyOpen: true };
  const { meetings } = await pageOfMeetings(store, wanted);
  const operator = await readOperator(store.dataDir);
  return {
    title: group?.name ?? venue.name,
    audience: group?.audience ?? '',
    venue,
    dates: meetings
      .slice(0, datesAtMost)
      .map(({ id, date, start, end, cancelled, groupName }) => ({ id, date, start, end, cancelled, groupName })),
    /** a venue's poster names the group of each date */
    namesGroups: group === undefined,
    operator: operator && { name: operator.name, telephone: operator.helpTelephone }
  };
}

export type PosterText = NonNullable<Awaited<ReturnType<typeof posterOf>>>;
