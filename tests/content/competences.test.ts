import { expect, test } from 'vitest';
import { coverageOf, sumsOf } from '$lib/content/coverage';
import { ownContent } from '../support/own-content';

test('the courses teach all 21 competences of DigComp 2.2, and have each of them practised', () => {
  const inCourses = new Set(ownContent.courses.flatMap(({ lessons }) => lessons.map(({ facts }) => facts)));
  const coverage = coverageOf(ownContent.facts.filter(({ value }) => inCourses.has(value)));
  const missing = [...coverage].filter(([, { practised }]) => practised.length === 0);
  expect(missing.map(([competence]) => competence)).toEqual([]);
  expect(sumsOf(coverage)).toEqual({ taught: 21, practised: 21, of: 21 });
});
