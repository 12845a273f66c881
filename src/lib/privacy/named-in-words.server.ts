import { asc } from 'drizzle-orm';
import type { Venues } from '$lib/access/facts';
import { isAmong } from '$lib/access/office-venues';
import { staff } from '$lib/access/schema.server';
import { noteDeed, type Writer } from '$lib/audit/trail.server';
import { groups, meetings } from '$lib/club/schema.server';
import { isNamedIn } from '$lib/club/member-name';
import { dropOldPages } from '$lib/store/disk.server';
import type { Store } from '$lib/store/open.server';
import { subjectOf, type EventId } from '$lib/sync/event';
import type { FreeWords } from '$lib/sync/free-words.server';
import type { EventLog } from '$lib/sync/log.server';

/** A place where somebody's name stands in what others wrote about a meeting. */
export interface NamedPlace {
  /** of the event */
  readonly id: EventId;
  /** the meeting's id */
  readonly meeting: string;
  /** it is in the calendar, so the office has a page of it */
  readonly planned: boolean;
  /** plain date */
  readonly date: string;
  readonly groupName: string;
  /** whose words they are; nothing where the account is gone */
  readonly author: string | undefined;
  readonly text: string;
}

interface Asked {
  readonly firstName: string;
  /** the office's venues */
  readonly at: Venues;
}

/**
 * Where a first name stands in notes, plans, debriefs and reasons, those lately written first. When somebody is deleted,
 * a machine cannot rewrite them: another person of that name may be meant. Each version of a note is a place of its own.
 */
export function placesNaming(store: Store, log: EventLog, { firstName, at }: Asked): NamedPlace[] {
  const placeOf = places(store, at);
  return log
    .freeWords((text) => isNamedIn(text, firstName))
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .flatMap((words) => placeOf(words) ?? []);
}

/** Strikes the words of one place out. What it was; nothing where these venues have no such place. */
export function strikeWords(
  writer: Writer,
  log: EventLog,
  { id, firstName, at }: Asked & { id: string }
): NamedPlace | undefined {
  const place = placesNaming(writer.store, log, { firstName, at }).find((one) => one.id === id);
  if (place === undefined) return undefined;
  writer.store.db
    .transaction(() => {
      log.strikeWords([place.id]);
      noteDeed(writer, { action: 'words.struck', subject: `meeting/${place.meeting}` });
    })
    .immediate();
  dropOldPages(writer.store.db);
  return place;
}

function places({ orm }: Store, at: Venues): (words: FreeWords) => NamedPlace | undefined {
  const here = new Map(
    orm
      .select({ id: groups.id, name: groups.name, venue: groups.venue })
      .from(groups)
      .orderBy(asc(groups.id))
      .all()
      .filter(({ venue }) => isAmong(at, venue))
      .map(({ id, name }) => [id, name])
  );
  const planned = new Map(
    orm
      .select({ id: meetings.id, group: meetings.group, date: meetings.date })
      .from(meetings)
      .orderBy(asc(meetings.id))
      .all()
      .map((meeting) => [meeting.id, meeting])
  );
  const authors = new Map(
    orm
      .select({ id: staff.id, name: staff.name })
      .from(staff)
      .orderBy(asc(staff.id))
      .all()
      .map(({ id, name }) => [`staff/${id}`, name])
  );
  return ({ id, stream, by, text }) => {
    const meeting = subjectOf(stream);
    const [group = '', date = ''] = meeting.split('.');
    const met = planned.get(meeting);
    const groupName = here.get(met?.group ?? group);
    if (groupName === undefined) return undefined;
    const author = authors.get(by);
    return { id, meeting, planned: met !== undefined, date: met?.date ?? date, groupName, author, text };
  };
}
