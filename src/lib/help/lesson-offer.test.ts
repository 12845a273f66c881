import { describe, expect, test } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent, anId } from '../../../tests/support/events';
import { lessonOffer, offerTo, standingOffers, type LessonOffer } from './lesson-offer';

const minute = 60_000;
const noon = Date.UTC(2026, 10, 24, 12);
const from = noon - 60 * minute;

let count = 100;
function said(type: string, by: string, minutes: number, data: unknown): SyncEvent {
  const at = formatStamp({ ms: noon + minutes * minute, counter: 0, device: 'd1' });
  return anEvent({ id: anId((count += 1)), stream: 'meeting/m1', type, by, at, data });
}

const offered = (lesson: string, minutes: number, tablet?: string) =>
  said('lesson.offered', 'staff/eva', minutes, { course: 'basics', lesson, ...(tablet ? { tablet } : {}) });
const answered = (offer: SyncEvent, tablet: string, minutes: number, answer: 'opened' | 'later') =>
  said('offer.answered', `device/${tablet}`, minutes, { offer: offer.id, answer });
const withdrawn = (offer: SyncEvent, minutes: number) =>
  said('offer.withdrawn', 'staff/eva', minutes, { offer: offer.id });

function folded(...events: readonly SyncEvent[]): LessonOffer[] {
  const rows = new Map<string, LessonOffer>();
  for (const event of events) {
    const key = lessonOffer.keyOf(event) ?? '';
    rows.set(key, lessonOffer.fold(rows.get(key), event));
  }
  return [...rows.values()];
}

const asked = (tablet: string, ...events: readonly SyncEvent[]) => offerTo(folded(...events), { tablet, from })?.lesson;

describe('"Bitte öffnen"', () => {
  test('to all reaches every tablet, to one that one alone', () => {
    const [all, one] = [offered('mail', 1), offered('photo', 2, 't1')];
    expect(asked('t1', all)).toBe('mail');
    expect(asked('t1', all, one)).toBe('photo');
    expect(asked('t2', all, one)).toBe('mail');
    expect(asked('t2', one)).toBeUndefined();
  });

  test.each(['opened', 'later'] as const)('who has answered "%s" is not asked again, others are', (answer) => {
    const all = offered('mail', 1);
    const said = answered(all, 't1', 2, answer);
    expect(asked('t1', all, said)).toBeUndefined();
    expect(asked('t1', said, all)).toBeUndefined();
    expect(asked('t2', all, said)).toBe('mail');
  });

  test('an older one does not come back behind one that was answered', () => {
    const [old, newer] = [offered('mail', 1), offered('photo', 2)];
    expect(asked('t1', old, newer, answered(newer, 't1', 3, 'later'))).toBeUndefined();
  });

  test('taken back it is gone, in whatever order it arrives', () => {
    const all = offered('mail', 1);
    const back = withdrawn(all, 2);
    expect(asked('t1', all, back)).toBeUndefined();
    expect(asked('t1', back, all)).toBeUndefined();
  });

  test('one of another evening is void', () => {
    expect(asked('t1', offered('mail', -61))).toBeUndefined();
  });

  test('the trainer sees what stands, the newest first, and how many have opened it', () => {
    const [first, one, all] = [offered('mail', 1), offered('photo', 2, 't1'), offered('map', 3)];
    const opened = [
      answered(all, 't1', 4, 'opened'),
      answered(all, 't2', 4, 'later'),
      answered(all, 't3', 5, 'opened')
    ];
    const seen = (...events: SyncEvent[]) =>
      standingOffers(folded(...events), { from }).map((offer) => [offer.lesson, offer.tablet, offer.opened]);
    expect(seen(first, one)).toEqual([
      ['photo', 't1', 0],
      ['mail', undefined, 0]
    ]);
    // To all overtakes what was said to one before.
    expect(seen(first, one, all, ...opened)).toEqual([['map', undefined, 2]]);
    expect(seen(first, all, withdrawn(all, 6))).toEqual([['mail', undefined, 0]]);
  });
});
