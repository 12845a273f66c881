import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryCaches } from '../../../tests/support/caches';
import { aCourse } from '../../../tests/support/course-file';
import { aDocument, aWorker, noNetwork } from '../../../tests/support/worker';
import type { CourseFile } from '../content/lesson';
import { keepLanguage, keepLesson, keepExtras, OtherVersion } from './keep.browser';
import { clearOldVersions, pathsIn, readMemory, remember } from './kept.browser';

const course = aCourse({ lessons: ['one'] });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const listOf = (listed: CourseFile) => ({
  '/content/de/courses.json': JSON.stringify([{ ...listed, hash: hashOf(JSON.stringify(listed)) }]),
  '/content/de/tablet-basics.json': JSON.stringify(listed)
});
const serverOf = (version: string) => ({
  [`/app.${version}.js`]: 'app',
  [`/de-base.${version}.js`]: 'words',
  '/de/shell': aDocument(version, 'shell'),
  ...listOf(course),
  '/content/de/lessons/one.2.json': '{}',
  '/pictures/one.svg': '<svg/>'
});
const lesson = { kind: 'lesson', locale: 'de', course: 'tablet-basics', lesson: 'one' } as const;

describe('a new version', () => {
  it('clears what the old one kept of the app, never a course or an opened lesson', async () => {
    const caches = memoryCaches();
    const old = aWorker({ version: '1', server: serverOf('1'), caches });
    await keepLanguage(old.world, 'de');
    await keepLesson(old.world, lesson);
    await caches.open('course-tablet-basics-de');
    const next = aWorker({ version: '2', server: serverOf('2'), caches });
    await keepLanguage(next.world, 'de');
    await clearOldVersions(next.world);
    expect((await caches.keys()).sort()).toEqual([
      'app-2',
      'code',
      'course-tablet-basics-de',
      'memory',
      'pictures',
      'visited'
    ]);
  });

  it('leaves the files of the version before, for a page that is still open', async () => {
    const caches = memoryCaches();
    const code = await caches.open('code');
    for (const version of ['1', '2', '3']) {
      const { world } = aWorker({ version, server: serverOf(version), caches });
      await code.put(`/app.${version}.js`, new Response('app'));
      await clearOldVersions(world);
    }
    expect(await pathsIn(code)).toEqual(['/app.2.js', '/app.3.js']);
  });

  it('fetches a list of lessons again only where it has changed', async () => {
    const caches = memoryCaches();
    await keepLanguage(aWorker({ version: '1', server: serverOf('1'), caches }).world, 'de');
    const same = aWorker({ version: '2', server: serverOf('2'), caches });
    await keepLanguage(same.world, 'de');
    expect(same.asked).not.toContain('/content/de/tablet-basics.json');

    const changed = aWorker({
      version: '3',
      server: { ...serverOf('3'), ...listOf(aCourse({ lessons: ['one'], hash: '9' })) },
      caches
    });
    await keepLanguage(changed.world, 'de');
    expect(changed.asked).toContain('/content/de/tablet-basics.json');
  });

  it('keeps the words and what the search needs, so that both work without a network', async () => {
    const found = { '/content/de/words.json': '[]', '/content/de/search.json': '{}' };
    const { world } = aWorker({ version: '1', server: { ...serverOf('1'), ...found } });
    await keepLanguage(world, 'de');
    expect(await pathsIn(await world.caches.open('app-1'))).toEqual(expect.arrayContaining(Object.keys(found)));
  });

  it('is not mixed with documents of another one', async () => {
    const { world } = aWorker({ version: '1', server: { ...serverOf('1'), '/de/shell': aDocument('2', 'shell') } });
    await expect(keepLanguage(world, 'de')).rejects.toThrow(OtherVersion);
  });
});

describe('an opened lesson', () => {
  it('is kept with its pictures, and fetched once', async () => {
    const { world, asked } = aWorker({ server: serverOf('1') });
    await keepLesson(world, lesson);
    await keepLesson(world, lesson);
    expect(asked).toEqual(['/content/de/tablet-basics.json', '/content/de/lessons/one.2.json', '/pictures/one.svg']);
  });

  it('that does not exist is no fault', async () => {
    const { world } = aWorker({ server: serverOf('1') });
    expect(await keepLesson(world, { ...lesson, lesson: 'none' })).toBeUndefined();
  });
});

describe("the worker's memory", () => {
  it('is empty at first and keeps what is not changed', async () => {
    const { world } = aWorker();
    expect(await readMemory(world)).toEqual({ locales: [], club: false, extras: [], code: [] });
    await remember(world, { locale: 'en', locales: ['de', 'en'] });
    await remember(world, { club: true });
    expect(await readMemory(world)).toEqual({
      locale: 'en',
      locales: ['de', 'en'],
      club: true,
      extras: [],
      code: []
    });
  });
});

it('opens a language that has no courses yet', async () => {
  const { world } = aWorker({
    server: { ...serverOf('1'), '/content/de/courses.json': () => new Response('', { status: 404 }) }
  });
  await keepLanguage(world, 'de');
  expect(await pathsIn(await world.caches.open('app-1'))).toEqual(['/de/shell']);
});

describe('the code of practices', () => {
  const chatting = aCourse({ lessons: ['one'], practices: ['chat'] });
  const server = (version: string) => ({
    ...serverOf(version),
    ...listOf(chatting),
    [`/chat.${version}.js`]: 'chat',
    [`/sensor.${version}.js`]: 'sensor'
  });
  const codeOf = async (caches: CacheStorage) => pathsIn(await caches.open('code'));

  it('comes with the lesson that needs it, and again with each new version', async () => {
    const caches = memoryCaches();
    await keepLesson(aWorker({ version: '1', server: server('1'), caches }).world, lesson);
    expect(await codeOf(caches)).toEqual(['/chat.1.js']);
    await keepExtras(aWorker({ version: '2', server: server('2'), caches }).world);
    expect(await codeOf(caches)).toEqual(['/chat.1.js', '/chat.2.js']);
  });

  it('comes with a loaded course, whose lessons nobody has opened yet', async () => {
    const caches = memoryCaches();
    const list = new Response(JSON.stringify(chatting));
    await (await caches.open('course-tablet-basics-de')).put('/content/de/tablet-basics.json', list);
    await keepExtras(aWorker({ server: server('1'), caches }).world);
    expect(await codeOf(caches)).toEqual(['/chat.1.js']);
  });

  it('brings the words that say "du" where the lesson says so, again with each new version, and nowhere else', async () => {
    const caches = memoryCaches();
    const young = listOf(aCourse({ lessons: ['one'], practices: ['sensor'], audience: 'children' }));
    const words = (version: string) => ({ ...server(version), ...young, [`/du.${version}.js`]: 'du' });
    await keepLesson(aWorker({ version: '1', server: words('1'), caches }).world, lesson);
    expect(await codeOf(caches)).toEqual(['/sensor.1.js', '/du.1.js']);
    await keepExtras(aWorker({ version: '2', server: words('2'), caches }).world);
    expect(await codeOf(caches)).toEqual(['/sensor.1.js', '/du.1.js', '/sensor.2.js', '/du.2.js']);
  });

  it('is missing where the network fails: the lesson is not taken for kept', async () => {
    const caches = memoryCaches();
    const { world } = aWorker({ server: { ...server('1'), '/chat.1.js': noNetwork }, caches });
    await expect(keepLesson(world, lesson)).rejects.toThrow('Failed to fetch');
    expect(await caches.has('visited')).toBe(false);
  });
});
