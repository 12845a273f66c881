import { afterEach, expect, it, vi } from 'vitest';
import type { Lesson, Step } from '$lib/content/lesson';
import { otherWords } from './other-words.browser';

const step = (id: string, change: Partial<Step> = {}): Step => ({
  id,
  kind: 'read',
  title: id,
  blocks: [],
  words: [],
  ...change
});
const lesson = (locale: Lesson['locale'], steps: Step[]): Lesson => ({
  ...{ id: 'water', code: 'X-1', course: 'plants', locale, title: 'Water', goal: 'You water.', minutes: 5 },
  steps
});
const easy = lesson('de-simple', [step('when', { title: 'Wann?' })]);
const course = { id: 'plants', lessons: [{ id: 'water', file: '/content/de-simple/lessons/water.json' }] };

/** What is on the device or in the network, by address. */
function has(files: Readonly<Record<string, object>>): void {
  vi.stubGlobal('fetch', (address: string) =>
    address in files ? Promise.resolve(Response.json(files[address])) : Promise.reject(new TypeError('no network'))
  );
}
const all = { '/content/de-simple/plants.json': course, '/content/de-simple/lessons/water.json': easy };

afterEach(() => vi.unstubAllGlobals());

it('says a German step as it stands in the easy level', async () => {
  has(all);
  const german = step('when');
  expect(await otherWords(lesson('de', [german]), german)).toEqual({ again: [], easy: easy.steps[0] });
});

it('says first what the author wrote for it', async () => {
  has(all);
  const again = [[{ text: 'Put a finger into the soil.' }]];
  const own = step('when', { again });
  expect(await otherWords(lesson('de', [own]), own)).toEqual({ again, easy: undefined });
});

it.each([
  ['without a network', 'de', {}],
  ['in a language that has no easier one', 'en', all],
  ['where the easy level lacks the lesson', 'de', { '/content/de-simple/plants.json': { id: 'plants', lessons: [] } }]
] as const)('has no other words %s', async (_name, locale, files) => {
  has(files);
  const own = step('when');
  expect(await otherWords(lesson(locale, [own]), own)).toEqual({ again: [], easy: undefined });
});
