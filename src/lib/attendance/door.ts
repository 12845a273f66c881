import { initialOf, nameKey, splitName } from '$lib/club/member-name';
import { membersOf, plainToday, type Meeting, type Member } from '$lib/club/roster';
import type { Draft } from '$lib/sync/event';
import type { Snapshot } from '$lib/sync/snapshot';
import { guestProposed } from './events';
import { proposePresence, type Device } from './propose';
import { meetingNow } from './since';

/** What somebody at the door says of themselves. */
export interface Coming {
  readonly group: string;
  /** as they typed it */
  readonly name: string;
  readonly isNew: boolean;
}

/** The meetings at a tablet's venue that go on now, or begin within the hour, in the order of their hour. */
export function meetingsAtDoor(snapshot: Snapshot, now: Date): Meeting[] {
  return snapshot.groups
    .filter(({ venue }) => venue === snapshot.tablet?.venue)
    .flatMap(({ id }) => meetingNow(snapshot.meetings, { group: id, now }) ?? [])
    .sort(byHour);
}

/** The next meeting at a tablet's venue: for who came on the wrong day. */
export function nextAtDoor(snapshot: Snapshot, now: Date): Meeting | undefined {
  const here = new Set(snapshot.groups.filter(({ venue }) => venue === snapshot.tablet?.venue).map(({ id }) => id));
  const time = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  const moment = `${plainToday(now)} ${time}`;
  return snapshot.meetings
    .filter(({ group, date, end, cancelled }) => here.has(group) && !cancelled && `${date} ${end}` > moment)
    .sort(byHour)[0];
}

const byHour = (a: Meeting, b: Meeting): number =>
  a.date.localeCompare(b.date) || a.start.localeCompare(b.start) || (a.id < b.id ? -1 : 1);

/**
 * The one member of a group who is called so: by the first name, or by first name and family name where two are alike.
 * Case and accents do not count. Nobody where there is none, or where it may be another: a trainer knows.
 */
export function memberCalled(snapshot: Snapshot, { group, name }: Pick<Coming, 'group' | 'name'>): Member | undefined {
  const members = membersOf(snapshot, group);
  const alike = members.filter(({ firstName }) => nameKey(firstName) === nameKey(name));
  if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined;
  const { firstName, familyName } = splitName(name);
  const letter = nameKey(initialOf(familyName));
  if (letter === '') return undefined;
  const fitting = members.filter(
    (member) => nameKey(member.firstName) === nameKey(firstName) && nameKey(member.initial) === letter
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** What is kept of a typed name: the first name, and of a family name its letter. */
export function shortName(typed: string): string {
  const { firstName, familyName } = splitName(typed);
  return familyName === '' ? firstName : `${firstName} ${initialOf(familyName)}.`;
}

interface AtDoor {
  readonly snapshot: Snapshot;
  readonly coming: Coming;
  readonly now: Date;
  /** for somebody whom no list knows */
  newPerson(this: void): string;
}

/**
 * Records, for a trainer to confirm, that somebody is here: a member whose name is known, or somebody with a first name.
 * Which of the two it was is not told, so that nobody learns at the door who comes here.
 */
export async function comeIn(engine: Device, { snapshot, coming, now, newPerson }: AtDoor): Promise<void> {
  const { group, name, isNew } = coming;
  const member = isNew ? undefined : memberCalled(snapshot, { group, name });
  if (member) {
    await proposePresence(engine, { snapshot, group: { id: group }, member, now });
    return;
  }
  const meeting = meetingNow(snapshot.meetings, { group, now });
  const { tablet } = snapshot;
  if (meeting === undefined || tablet === undefined) return;
  const data = { person: newPerson(), firstName: shortName(name), isNew };
  await engine.record(asked({ meeting: meeting.id, tablet: tablet.id, data }));
}

const asked = ({ meeting, tablet, data }: { meeting: string; tablet: string; data: unknown }): Draft => ({
  stream: `meeting/${meeting}`,
  type: guestProposed.type,
  by: `device/${tablet}`,
  seen: undefined,
  data
});
