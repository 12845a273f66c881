import { describe, expect, it } from 'vitest';
import { formatStamp } from '$lib/base/clock';
import type { SyncEvent } from '$lib/sync/event';
import { anEvent, anId } from '../../../../tests/support/events';
import { chosenPath, pathOf, type ChosenPath } from './chosen-path';
import { minutesOf, nextOn, stopAfter, stopsOf } from './on-path';
import type { CourseFile, LessonEntry } from '$lib/content/lesson';
import type { LearningPath } from '$lib/content/path';

const entry = (id: string): LessonEntry => ({
  id,
  title: id,
  goal: '',
  minutes: 20,
  steps: [],
  practices: [],
  pictures: [],
  file: '',
  sizeBytes: 0
});
const course = (id: string, ...lessons: string[]): CourseFile => ({
  id,
  locale: 'de',
  audience: 'seniors',
  picture: 'tulip',
  title: id,
  summary: '',
  minutes: 0,
  sizeBytes: 0,
  lessons: lessons.map(entry)
});
const path: LearningPath = {
  id: 'write',
  audience: 'seniors',
  picture: 'tulip',
  title: 'Ich will schreiben',
  lessons: [
    { course: 'tablet', lesson: 'tap' },
    { course: 'tablet', lesson: 'keyboard' },
    { course: 'messages', lesson: 'messages' }
  ]
};
const catalogue = [course('messages', 'email', 'messages'), course('tablet', 'tap', 'louder', 'keyboard')];
const stops = stopsOf(path, catalogue);
const next = (...finished: string[]) => nextOn(stops, (lesson) => finished.includes(lesson))?.lesson.id;

describe('a path', () => {
  it('leads through courses in its own order', () => {
    expect(stops.map((stop) => [stop.course.id, stop.lesson.id])).toEqual([
      ['tablet', 'tap'],
      ['tablet', 'keyboard'],
      ['messages', 'messages']
    ]);
    expect(minutesOf(stops)).toBe(60);
  });

  it('leaves out what a device or a language does not have', () => {
    expect(stopsOf(path, [course('tablet', 'keyboard')]).map(({ lesson }) => lesson.id)).toEqual(['keyboard']);
  });

  it('begins at the first lesson, and goes on after the last that is finished', () => {
    expect(next()).toBe('tap');
    expect(next('tap')).toBe('keyboard');
    expect(next('keyboard')).toBe('messages');
    expect(next('louder')).toBe('tap');
  });

  it('comes back to what was passed over, and ends when all is finished', () => {
    expect(next('messages')).toBe('tap');
    expect(next('tap', 'messages')).toBe('keyboard');
    expect(next('tap', 'keyboard', 'messages')).toBeUndefined();
  });

  it('knows what comes after a lesson', () => {
    expect(stopAfter(stops, 'tap')?.lesson.id).toBe('keyboard');
    expect(stopAfter(stops, 'messages')).toBeUndefined();
    expect(stopAfter(stops, 'louder')).toBeUndefined();
  });
});

describe('the chosen path', () => {
  const said = (count: number, data: object, person = 'anna'): SyncEvent =>
    anEvent({
      id: anId(count),
      stream: `progress/${person}`,
      type: 'path.chosen',
      at: formatStamp({ ms: count, counter: 0, device: 'd' }),
      data
    });
  const folded = (...events: SyncEvent[]): ChosenPath[] => {
    const row = events.reduce<ChosenPath | undefined>((kept, event) => chosenPath.fold(kept, event), undefined);
    return row ? [row] : [];
  };

  it('is the last one, in whatever order the tablets send', () => {
    expect(pathOf(folded(said(2, { path: 'photos' }), said(1, { path: 'write' })))).toBe('photos');
    expect(pathOf([])).toBeUndefined();
  });

  it('can be put away, and chosen again', () => {
    expect(pathOf(folded(said(1, { path: 'write' }), said(2, {})))).toBeUndefined();
    expect(pathOf(folded(said(1, { path: 'write' }), said(2, {}), said(3, { path: 'write' })))).toBe('write');
  });

  it('of two entries that are one person is the later', () => {
    const rows = [...folded(said(1, { path: 'write' })), ...folded(said(2, { path: 'photos' }, 'anne'))];
    expect(pathOf(rows)).toBe('photos');
    expect(pathOf([...folded(said(1, { path: 'write' })), ...folded(said(2, {}, 'anne'))])).toBeUndefined();
  });
});
