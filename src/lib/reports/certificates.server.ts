import type { Venues } from '$lib/access/facts';
import { coursesIn } from '$lib/club/courses.server';
import { findGroup } from '$lib/club/groups.server';
import { namesOf } from '$lib/club/members.server';
import { listVenues } from '$lib/club/venues.server';
import type { Locale } from '$lib/i18n/locales';
import { readOperator } from '$lib/operator/settings.server';
import type { Store } from '$lib/store/open.server';
import { certified } from './certificate';
import type { AskedProfile } from './figures';
import { heldMeetings } from './held-meetings.server';

interface Wanted {
  readonly at: Venues;
  readonly group: string;
  /** plain dates, both included */
  readonly from: string;
  readonly to: string;
  readonly profile: AskedProfile;
  readonly locale: Locale;
}

/** What a group's people can be given in writing about a time; nothing, where the group is not theirs. */
export async function certificatesOf(store: Store, { at, group, locale, ...time }: Wanted) {
  const found = await findGroup(store, group, at);
  if (found === undefined) return undefined;
  const held = heldMeetings(store, { at, group, ...time }).filter(({ isCancelled }) => !isCancelled);
  const all = certified(held, time.profile);
  const names = namesOf(
    store,
    all.map(({ person }) => person)
  );
  const people = all.flatMap((figures) => {
    const name = names.get(figures.person);
    return name ? { ...figures, ...name } : [];
  });
  return {
    id: found.id,
    name: found.name,
    course: coursesIn(locale).find(({ id }) => id === found.course)?.title,
    venue: (await listVenues(store, at)).find(({ id }) => id === found.venue)?.name ?? '',
    operator: (await readOperator(store.dataDir))?.name,
    /** first and last day on which it was held */
    first: held[0]?.date,
    last: held.at(-1)?.date,
    /** lists that are not closed yet: figures can still change */
    open: held.filter(({ isClosed }) => !isClosed).length,
    isIntegrationCourse: held.some(({ profile }) => profile === 'integration-course'),
    people: people.sort(
      (a, b) => a.firstName.localeCompare(b.firstName, 'de') || a.initial.localeCompare(b.initial, 'de')
    )
  };
}

export type Certificates = NonNullable<Awaited<ReturnType<typeof certificatesOf>>>;
