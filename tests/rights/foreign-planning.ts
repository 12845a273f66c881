import type { RightsClub } from './rights-club';

type Key = readonly [path: string, fields: Readonly<Record<string, string>>, answer: string | number];

/** The keys of the planning pages, pressed for what is of another venue, and what comes of it. */
export function foreignPlanning({ place, other, venues }: RightsClub): readonly Key[] {
  const [own, theirs] = [`groups/${place.group}`, `groups/${other.group}`];
  const times = { start: '14:00', end: '16:00' };
  const meeting = { date: '2030-01-07', ...times };
  const series = { first: '2030-01-07', ...times, rhythm: 'weekly', count: '2', until: '', group: other.group };
  return [
    ['meetings?/add', { ...meeting, group: other.group }, 'failure'],
    [`meetings/${other.meeting}?/cancel`, { reason: 'Nein' }, 404],
    [`meetings/${other.meeting}?/restore`, {}, 404],
    [`meetings/${other.meeting}?/move`, meeting, 404],
    ['meetings/series?/propose', series, 'failure'],
    ['meetings/series?/plan', { ...series, dates: series.first }, 'failure'],
    ['meetings/series?/withdraw', { id: 'nowhere' }, 404],
    ['meetings/calendar?/make', { of: `group/${other.group}` }, 'failure'],
    ['meetings/calendar?/make', { of: `venue/${venues.parish}` }, 'failure'],
    ['meetings/calendar?/revoke', { id: 'nowhere' }, 404],
    [`meetings/poster?of=group/${other.group}&/withCalendar`, {}, 'failure'],
    [`${own}?/queue`, { member: other.person }, 404],
    [`${own}?/giveUp`, { member: other.person }, 404],
    [`${theirs}?/wait`, { firstName: 'Anna', initial: '', picture: 'tulip' }, 404],
    [`${theirs}?/queue`, { member: place.person }, 404]
  ];
}
