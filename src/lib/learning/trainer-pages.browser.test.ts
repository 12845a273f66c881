import { describe, expect, it } from 'vitest';
import { memoryCaches, tableNetwork } from '../../../tests/support/caches';
import { aCourse } from '../../../tests/support/course-file';
import { downloadCourse } from './downloads.browser';
import { keepForTrainer, trainerPagesOf } from './trainer-pages.browser';

const address = '/content/de/trainer/tablet-basics.json';
const course = aCourse({ lessons: ['one'] });
const pages = (aim: string) => JSON.stringify({ one: { aim } });
const files = { '/content/de/lessons/one.2.json': '{}', '/pictures/one.svg': '<svg/>', '/pictures/sunflower.svg': '' };
const noNetwork = () => {
  throw new TypeError('Failed to fetch');
};

function aDevice(table: Parameters<typeof tableNetwork>[0], caches = memoryCaches()) {
  const { fetch, asked } = tableNetwork(table);
  return { world: { caches, fetch, keepExtras: async () => true }, asked };
}
const load = (world: ReturnType<typeof aDevice>['world']) =>
  downloadCourse(world, course, { onlesson: () => undefined, signal: new AbortController().signal });
const aimOffline = async (caches: CacheStorage) =>
  (await trainerPagesOf(aDevice({ [address]: noNetwork }, caches).world, course))?.['one']?.aim;

describe('a course’s pages for trainers', () => {
  it('are read without a network once a plan has shown them', async () => {
    const { world } = aDevice({ [address]: pages('Alle können tippen.') });
    expect((await trainerPagesOf(world, course))?.['one']?.aim).toBe('Alle können tippen.');
    expect(await aimOffline(world.caches)).toBe('Alle können tippen.');
  });

  it('are today’s where the server can be reached', async () => {
    const { world } = aDevice({ [address]: pages('Von gestern.') });
    await trainerPagesOf(world, course);
    await trainerPagesOf(aDevice({ [address]: pages('Von heute.') }, world.caches).world, course);
    expect(await aimOffline(world.caches)).toBe('Von heute.');
  });

  it('are in plain German for who teaches at the easy level', async () => {
    const { world, asked } = aDevice({ [address]: pages('Alle können tippen.') });
    await trainerPagesOf(world, { ...course, locale: 'de-simple' });
    expect(asked).toEqual([address]);
  });

  it('are none where the course has none, and unknown where nobody answers', async () => {
    expect(await trainerPagesOf(aDevice({}).world, course)).toEqual({});
    expect(await trainerPagesOf(aDevice({ [address]: noNetwork }).world, course)).toBeUndefined();
  });

  it('are read where the browser keeps nothing', async () => {
    const { fetch } = tableNetwork({ [address]: pages('Alle können tippen.') });
    expect((await trainerPagesOf({ caches: undefined, fetch }, course))?.['one']?.aim).toBe('Alle können tippen.');
  });
});

describe('loading a course', () => {
  it('brings nothing for trainers to a learner’s device', async () => {
    const { world, asked } = aDevice({ ...files, [address]: pages('Alle können tippen.') });
    expect((await load(world)).ok).toBe(true);
    expect(asked).not.toContain(address);
    expect(await world.caches.keys()).not.toContain('trainer');
  });

  it('nor to a tablet at which a trainer once looked at a plan', async () => {
    const { world, asked } = aDevice({ ...files, [address]: pages('Alle können tippen.') });
    await trainerPagesOf(world, course);
    asked.length = 0;
    await load(world);
    expect(asked).not.toContain(address);
  });

  it('brings its pages along on a trainer’s device, before and after', async () => {
    const table = { ...files, [address]: pages('Alle können tippen.') };
    const before = aDevice(table);
    await load(before.world);
    await keepForTrainer(before.world);
    expect(await aimOffline(before.world.caches)).toBe('Alle können tippen.');

    const after = aDevice(table);
    await keepForTrainer(after.world);
    expect(after.asked).toEqual([]);
    await load(after.world);
    expect(await aimOffline(after.world.caches)).toBe('Alle können tippen.');
  });
});
