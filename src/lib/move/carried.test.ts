import { describe, expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import type { SyncEvent } from '$lib/sync/event';
import { carriedOf, carriedText, readCarried } from './carried';

const start = Date.UTC(2026, 9, 5);
const anEvent = (type: string, minute: number, data: object = {}): SyncEvent => ({
  id: newId<'event'>(world),
  stream: type === 'note.written' ? 'learner/visitor' : 'progress/visitor',
  type,
  at: formatStamp({ ms: start + minute * 60_000, counter: 0, device: 'old' }),
  by: 'person/visitor',
  data: { course: 'photos', lesson: 'one', step: 'a', ...data }
});
const learned = [
  anEvent('place.moved', 1),
  anEvent('step.completed', 2),
  anEvent('step.completed', 3),
  anEvent('place.moved', 4, { step: 'b' }),
  anEvent('note.written', 5, { text: 'Fragen!' }),
  anEvent('lesson.completed', 6)
];

describe('what goes along to another device', () => {
  it('comes back as it was, in order of time, with the last place alone', () => {
    const read = readCarried(carriedText([...learned].reverse(), start));
    expect(read.ok && read.value.events).toEqual(learned.slice(1));
  });

  it('is told in numbers, each lesson and step once', () => {
    expect(carriedOf(learned)).toMatchObject({ lessons: 1, steps: 1, notes: 1, lastAt: start + 6 * 60_000 });
  });

  it.each([
    ['no text of ours', 'Guten Tag', 'other-file'],
    [
      "a family's file",
      JSON.stringify({ kind: 'digitaltreff-family', version: 1, savedAt: '', events: [] }),
      'other-file'
    ],
    ['one of a later app', carriedText(learned, start).replace('"version":1', '"version":2'), 'newer'],
    ['one with a broken deed', carriedText(learned, start).replace('"at"', '"on"'), 'damaged'],
    ['one that is cut off', carriedText(learned, start).slice(0, -20), 'other-file'],
    ['one without deeds', carriedText([], start), 'empty']
  ])('is not read from %s', (_, text, fault) => {
    expect(readCarried(text)).toEqual({ ok: false, error: fault });
  });
});
