import { expect, it } from 'vitest';
import { aContent, aGuide, checkOptions, inEnglish } from '../../../tests/support/content';
import { compile } from './compile';
import type { Guide } from './guide';
import type { CourseFile, Lesson } from './lesson';
import { serve } from './served.server';

const served = (files: Record<string, string>) => serve(compile(aContent(files), checkOptions), new Set()).files;
const guidesIn = (files: Record<string, string>, locale = 'de'): Guide[] =>
  JSON.parse(served(files).get(`/content/${locale}/guides.json`) ?? '');

it('a guide is served with the theme and the lessons that it belongs to, and its lesson names it', () => {
  const [guide] = guidesIn(aGuide());
  expect(guide).toMatchObject({
    id: 'photo',
    title: 'Ein Foto machen',
    theme: 'Pflanzen',
    audience: 'seniors',
    lessons: [{ course: 'plants', lesson: 'water', title: 'Gießen' }]
  });
  expect(guide?.ways.map(({ system, standing }) => [system, standing])).toEqual([
    ['ipados', 'tried'],
    ['android', 'maker'],
    ['windows', 'untried']
  ]);
  const course: CourseFile = JSON.parse(served(aGuide()).get('/content/de/plants.json') ?? '');
  const named = [{ id: 'photo', title: 'Ein Foto machen' }];
  expect(course.lessons.map(({ guides }) => guides)).toEqual([named]);
  const lesson: Lesson = JSON.parse(served(aGuide()).get(course.lessons[0]?.file ?? '') ?? '');
  expect(lesson.steps.flatMap(({ kind, guides }) => (guides ? [[kind, guides]] : []))).toEqual([['try', named]]);
});

it('without a guide a lesson names none, and the list is there all the same', () => {
  expect(guidesIn({})).toEqual([]);
  expect(served({}).get('/content/de/plants.json')).not.toContain('guides');
});

it('a guide that a language lacks is not served in it', () => {
  expect(guidesIn({ ...inEnglish(), ...aGuide() }, 'en')).toEqual([]);
});
