import type { Snapshot } from '$lib/sync/snapshot';

export type Member = Snapshot['members'][number];
export type Group = Snapshot['groups'][number];
export type Meeting = Snapshot['meetings'][number];

/** A group's members in the order of their names. */
export function membersOf(snapshot: Snapshot, group: string): Member[] {
  return snapshot.members.filter(({ groups }) => groups.includes(group)).sort(byName);
}

const byName = (a: Member, b: Member): number =>
  a.firstName.localeCompare(b.firstName) || a.initial.localeCompare(b.initial) || (a.id < b.id ? -1 : 1);

/** "Gisela A." as a list shows it. */
export const fullName = ({ firstName, initial }: Pick<Member, 'firstName' | 'initial'>): string =>
  initial ? `${firstName} ${initial}.` : firstName;

/** What a name tile shows: the first name, with the initial only where two of the group are alike. */
export function tileName(member: Member, among: readonly Member[]): string {
  const alike = among.filter(({ firstName }) => firstName === member.firstName).length > 1;
  return alike ? fullName(member) : member.firstName;
}

/** A device's groups: those that meet today first, in the order of their hour; then the others by name. */
export function groupsByToday(snapshot: Snapshot, today: string): Group[] {
  const hour = (group: Group): string =>
    snapshot.meetings.find((meeting) => meeting.group === group.id && meeting.date === today && !meeting.cancelled)
      ?.start ?? '99:99';
  return [...snapshot.groups].sort((a, b) => hour(a).localeCompare(hour(b)) || a.name.localeCompare(b.name));
}

/** Meetings of a day, before it and after it: nearest first. */
export function meetingsAround(
  snapshot: Snapshot,
  today: string
): { today: Meeting[]; coming: Meeting[]; past: Meeting[] } {
  const inOrder = [...snapshot.meetings].sort(
    (a, b) => a.date.localeCompare(b.date) || a.start.localeCompare(b.start) || a.id.localeCompare(b.id)
  );
  return {
    today: inOrder.filter(({ date }) => date === today),
    coming: inOrder.filter(({ date }) => date > today),
    past: inOrder.filter(({ date }) => date < today).reverse()
  };
}

/** The plain date where the reader is, `YYYY-MM-DD`. */
export function plainToday(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whether whoever is signed in runs a group's meetings anyway; a device that was not told says yes. */
export const isTrained = (snapshot: Snapshot | undefined, group: string | undefined): boolean =>
  snapshot?.staff?.trains === undefined || (group !== undefined && snapshot.staff.trains.includes(group));
