import { describe, expect, it } from 'vitest';
import { memoryCaches } from '../../../tests/support/caches';
import { aCourse } from '../../../tests/support/course-file';
import { aWorker, noNetwork } from '../../../tests/support/worker';
import { answerLesson, answerList } from './answer-content.browser';
import { appCache } from './kept.browser';

const file = '/content/de/lessons/one.2.json';

async function devicesWith(cache: string, kept: Record<string, string>): Promise<CacheStorage> {
  const caches = memoryCaches();
  for (const [path, text] of Object.entries(kept)) await (await caches.open(cache)).put(path, new Response(text));
  return caches;
}

describe("a lesson's file", () => {
  it('comes from the device without asking the network', async () => {
    const caches = await devicesWith('course-tablet-basics-de', { [file]: 'kept' });
    const { world, asked } = aWorker({ caches });
    expect(await (await answerLesson(world, file)).text()).toBe('kept');
    expect(asked).toEqual([]);
  });

  it('comes from the network where the device has older words', async () => {
    const caches = await devicesWith('visited', { '/content/de/lessons/one.1.json': 'older' });
    const { world } = aWorker({ caches, server: { [file]: 'fresh' } });
    expect(await (await answerLesson(world, file)).text()).toBe('fresh');
  });

  it('is the older one where there is no network', async () => {
    const caches = await devicesWith('course-tablet-basics-de', { '/content/de/lessons/one.1.json': 'older' });
    const { world } = aWorker({ caches, server: { [file]: noNetwork } });
    expect(await (await answerLesson(world, file)).text()).toBe('older');
  });

  it('is never that of another language', async () => {
    const caches = await devicesWith('course-tablet-basics-en', { '/content/en/lessons/one.1.json': 'english' });
    const { world } = aWorker({ caches, server: { [file]: noNetwork } });
    expect((await answerLesson(world, file)).type).toBe('error');
  });

  it('is the newer one where the server has moved on and this version has not', async () => {
    const course = aCourse({ lessons: ['one'], hash: '3' });
    const { world } = aWorker({
      server: {
        '/content/de/courses.json': JSON.stringify([{ id: course.id }]),
        '/content/de/tablet-basics.json': JSON.stringify(course),
        '/content/de/lessons/one.3.json': 'newer'
      }
    });
    expect(await (await answerLesson(world, file)).text()).toBe('newer');
  });
});

describe('a list of lessons', () => {
  const list = '/content/de/tablet-basics.json';

  it('is that of this version', async () => {
    const { world } = aWorker({
      caches: await devicesWith(appCache('1'), { [list]: 'mine' }),
      server: { [list]: 'other' }
    });
    expect(await (await answerList(world, list)).text()).toBe('mine');
  });

  it('is the one of the day the course was loaded, where nothing else is left', async () => {
    const caches = await devicesWith('course-tablet-basics-de', { [list]: 'loaded' });
    const { world } = aWorker({ caches, server: { [list]: noNetwork } });
    expect(await (await answerList(world, list)).text()).toBe('loaded');
  });
});
