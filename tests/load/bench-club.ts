import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import type { World } from '$lib/base/world';
import { addGroup } from '$lib/club/groups.server';
import { addMeeting } from '$lib/club/meetings.server';
import { addMember } from '$lib/club/members.server';
import { addVenue } from '$lib/club/venues.server';
import { dayOf } from '$lib/club/zone';
import type { Store } from '$lib/store/open.server';
import type { SyncEvent } from '$lib/sync/event';
import { newEventId } from '$lib/sync/event-id';

/** A tablet, and who learns on it. */
export interface BenchTablet {
  readonly id: string;
  readonly venue: string;
  readonly enrolledAt: number;
  readonly person: string;
}

/** What measuring needs: a database, and a time that may lie weeks back. */
export interface BenchPlace {
  readonly store: Store;
  readonly world: World;
  /** when members joined; without it, now */
  readonly joining?: World;
}

/** Events of one request. */
export const batchSize = 50;

export interface BenchSize {
  readonly tablets: number;
  /** those of one venue get each other's events */
  readonly tabletsAVenue: number;
}

/** Venues with tablets and two groups of twelve people each, all meeting today. */
export async function aBenchClub(place: BenchPlace, { tablets, tabletsAVenue }: BenchSize): Promise<BenchTablet[]> {
  const found: BenchTablet[] = [];
  while (found.length < tablets) found.push(...(await aHouse(place, tabletsAVenue)));
  return found.slice(0, tablets);
}

async function aHouse({ store, world, joining = world }: BenchPlace, tabletsAVenue: number): Promise<BenchTablet[]> {
  const writer = { store, world, by: 'staff/bench' };
  const earlier = { ...writer, world: joining };
  const venue = await addVenue(writer, { name: 'Haus', address: '' });
  const people: string[] = [];
  for (const name of ['Gruppe A', 'Gruppe B']) {
    const group = await addGroup(writer, { name, venue, course: 'tablet-basics', trainers: [] });
    await addMeeting(writer, { group, date: dayOf(world.now()), start: '10:00', end: '12:00' });
    for (let person = 0; person < 12; person += 1) {
      people.push(await addMember(earlier, { firstName: 'Anna', initial: 'K', picture: 'tulip', group }));
    }
  }
  return people.slice(0, tabletsAVenue).map((person) => ({ id: newId(world), venue, enrolledAt: 0, person }));
}

interface Place {
  readonly course: string;
  readonly lesson: string;
  readonly step: string;
}

const taps: readonly ((place: Place) => [string, unknown])[] = [
  (place) => ['place.moved', place],
  (place) => ['step.completed', place],
  (place) => ['answer.given', { ...place, choice: 1, right: true }],
  (place) => ['place.moved', place],
  (place) => ['practice.completed', { ...place, outcome: 'done' }]
];

/** One lesson's worth of taps, again and again: place, step, answer, place, practice. */
export function aBatch({ person, id: device }: BenchTablet, world: World, round: number): SyncEvent[] {
  return Array.from({ length: batchSize }, (_, index): SyncEvent => {
    const place = { course: 'tablet-basics', lesson: `lesson-${round}`, step: `step-${index % 9}` };
    const [type, data] = taps[index % taps.length]?.(place) ?? ['place.moved', place];
    const stream = type === 'answer.given' ? `learner/${person}` : `progress/${person}`;
    const at = formatStamp({ ms: world.now(), counter: index, device });
    return { id: newEventId(stream, world), stream, type, at, by: `person/${person}`, data };
  });
}
