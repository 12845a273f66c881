import { describe, expect, it } from 'vitest';
import type { Meeting } from '$lib/club/roster';
import type { CourseFile } from '$lib/content/lesson';
import type { Progress } from '$lib/learning/progress';
import { anId } from '../../../tests/support/events';
import { meetingAfter, meetingBefore, meetingsOn } from './around';
import { entryOf, loadCatalogue } from './catalogue';
import { readable } from '$lib/learning/paper/paper-size';
import { paperLessons } from './paper';
import type { PlannedLesson } from './planned-lesson';
import { suggestionsAfter, toPractise } from './suggestions';

const entry = (id: string) => ({
  ...{ id, title: id, goal: '', minutes: 15, steps: [], practices: [], pictures: [], file: '', sizeBytes: 1 }
});
const course: CourseFile = {
  ...{ id: 'c', locale: 'de', audience: 'seniors', picture: 'tulip', title: 'Kurs', summary: '' },
  ...{ minutes: 60, sizeBytes: 4, lessons: ['one', 'two', 'three', 'four'].map(entry) }
};

function aRow(lesson: string, how?: 'done' | 'begun' | 'not-yet'): PlannedLesson {
  const made = { id: anId<'event'>(1), at: lesson, by: 'staff/a' };
  const row = { meeting: 'm', course: 'c', lesson, plannings: [made], dropped: [] };
  return how ? { ...row, reached: { ...made, how } } : row;
}

const progressOf = (lesson: string, completedAt?: string): Progress => ({
  ...{ person: 'anna', course: 'c', lesson, steps: {}, practices: {} },
  ...(completedAt === undefined ? {} : { completedAt })
});
const lessons = (names: readonly { lesson: string }[]) => names.map(({ lesson }) => lesson);

describe('what could come next time', () => {
  it('is what was planned and is not done, then what follows in the course', () => {
    expect(lessons(suggestionsAfter([aRow('one', 'done'), aRow('two', 'begun')], course))).toEqual([
      'two',
      'three',
      'four'
    ]);
    expect(lessons(suggestionsAfter([aRow('three', 'not-yet')], course))).toEqual(['three', 'one', 'two']);
  });

  it('is the beginning of the course where nothing was planned, and nothing without a course', () => {
    expect(lessons(suggestionsAfter([], course))).toEqual(['one', 'two']);
    expect(suggestionsAfter([], undefined)).toEqual([]);
  });
});

describe('what one person could practise at home', () => {
  const dealtWith = [{ course: 'c', lesson: 'two' }];
  const of = (...rows: Progress[]) => lessons(toPractise({ course, dealtWith, rows }));

  it('is what they have begun, then what the group did, never what they have finished', () => {
    expect(of(progressOf('three'))).toEqual(['three', 'two']);
    expect(of(progressOf('one'), progressOf('two', '9'))).toEqual(['one']);
  });

  it('is the next lesson where they have finished what the group did, and once more that where all is finished', () => {
    expect(of(progressOf('one', '9'), progressOf('two', '9'))).toEqual(['three']);
    expect(of(...['one', 'two', 'three', 'four'].map((lesson) => progressOf(lesson, '9')))).toEqual(['two']);
  });

  it('is never more than fits on a letter', () => {
    expect(of(...['one', 'two', 'three', 'four'].map((lesson) => progressOf(lesson)))).toHaveLength(3);
  });
});

describe('the meetings around one', () => {
  const meeting = (date: string, more: Partial<Meeting> = {}): Meeting => ({
    ...{ id: `g.${date}`, group: 'g', date, start: '14:00', end: '16:00' },
    ...more
  });
  const all = [
    meeting('2026-11-10'),
    meeting('2026-11-17', { cancelled: true }),
    meeting('2026-11-24'),
    meeting('2026-12-01', { group: 'other' }),
    meeting('2026-12-08')
  ];
  const today = meeting('2026-11-24');

  it('are those of the same group that take place', () => {
    expect(meetingBefore(all, today)?.date).toBe('2026-11-10');
    expect(meetingAfter(all, today)?.date).toBe('2026-12-08');
    expect(meetingBefore(all, meeting('2026-11-10'))).toBeUndefined();
  });

  it('of a day are those of some groups, but for what is cancelled', () => {
    expect(meetingsOn(all, { groups: ['g'], date: '2026-11-24' })).toEqual([today]);
    expect(meetingsOn(all, { groups: ['g'], date: '2026-11-17' })).toEqual([]);
    expect(meetingsOn(all, { groups: ['other'], date: '2026-11-24' })).toEqual([]);
  });
});

describe('the catalogue on a device', () => {
  const files = new Map<string, unknown>([
    ['/content/de/courses.json', [{ id: 'c' }, { id: 'gone' }]],
    ['/content/de/c.json', course]
  ]);
  const answering =
    (known: ReadonlyMap<string, unknown>): typeof fetch =>
    async (input) => {
      const found = known.get(String(input));
      if (found === undefined) throw new TypeError('no network');
      return Response.json(found);
    };

  it('has the courses whose lists are there, and leaves out what is not', async () => {
    const catalogue = await loadCatalogue(answering(files), 'de', undefined);
    expect(catalogue.map(({ id }) => id)).toEqual(['c']);
    expect(entryOf(catalogue, { course: 'c', lesson: 'two' })?.title).toBe('two');
    expect(entryOf(catalogue, { course: 'gone', lesson: 'two' })).toBeUndefined();
  });

  it('has the group’s course without the list of courses, and nothing without both', async () => {
    const alone = new Map([...files].filter(([address]) => !address.endsWith('courses.json')));
    expect((await loadCatalogue(answering(alone), 'de', 'c')).map(({ id }) => id)).toEqual(['c']);
    expect(await loadCatalogue(answering(new Map()), 'de', undefined)).toEqual([]);
  });

  it('brings to paper what it has, with the whole address for the code and a short one for people', () => {
    const addressOf = ({ lesson }: { lesson: string }) => `https://treff.example/de/courses/c/${lesson}`;
    const wanted = ['two', 'unknown'].map((lesson) => ({ course: 'c', lesson }));
    const [only, ...more] = paperLessons(wanted, { catalogue: [course], addressOf });
    expect([only?.address, more]).toEqual(['https://treff.example/de/courses/c/two', []]);
    expect(readable(only?.address ?? '')).toBe('treff.example/de/courses/c/two');
  });
});
