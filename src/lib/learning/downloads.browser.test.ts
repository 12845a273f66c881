import { describe, expect, it } from 'vitest';
import { memoryCaches, tableNetwork } from '../../../tests/support/caches';
import { aCourse } from '../../../tests/support/course-file';
import { bringBack, clearRemoved, downloadCourse, factsOnDevice, keptCourses, removeCourse } from './downloads.browser';

const course = aCourse({ lessons: ['one', 'two'] });
const pictures = { '/pictures/sunflower.svg': '<svg/>', '/pictures/one.svg': '<svg/>', '/pictures/two.svg': '<svg/>' };
const everything = { ...pictures, '/content/de/lessons/one.2.json': '{}', '/content/de/lessons/two.2.json': '{}' };
const noNetwork = () => {
  throw new TypeError('Failed to fetch');
};

function aDevice(table: Parameters<typeof tableNetwork>[0] = everything) {
  const network = tableNetwork(table);
  const counted: number[] = [];
  const stop = new AbortController();
  const watch = {
    onlesson: ({ lessonsReady }: { lessonsReady: number }) => void counted.push(lessonsReady),
    signal: stop.signal
  };
  const world = { caches: memoryCaches(), fetch: network.fetch, keepExtras: async () => true };
  return { world, watch, counted, asked: network.asked, stop };
}

describe('loading a course', () => {
  it('counts lesson by lesson and is done at the end', async () => {
    const { world, watch, counted } = aDevice();
    const result = await downloadCourse(world, course, watch);
    expect(result).toEqual({ ok: true, value: { state: 'done', lessonsReady: 2, lessonCount: 2 } });
    expect(counted).toEqual([1, 2]);
  });

  it('goes on after the network was gone, and fetches nothing twice', async () => {
    const { world, watch } = aDevice({ ...everything, '/content/de/lessons/two.2.json': noNetwork });
    expect(await downloadCourse(world, course, watch)).toEqual({ ok: false, error: 'offline' });
    expect(await factsOnDevice(world, course)).toEqual({ state: 'part', lessonsReady: 1, lessonCount: 2 });

    const back = tableNetwork(everything);
    await downloadCourse({ ...world, fetch: back.fetch }, course, watch);
    expect(back.asked).toEqual(['/content/de/lessons/two.2.json']);
    expect((await factsOnDevice(world, course)).state).toBe('done');
  });

  it('says that the server failed where a file is missing there', async () => {
    const { world, watch } = aDevice(pictures);
    expect(await downloadCourse(world, course, watch)).toEqual({ ok: false, error: 'broken' });
  });

  it('says that the device is full, and keeps what it has', async () => {
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    const { world, watch } = aDevice({ ...everything, '/content/de/lessons/two.2.json': full });
    expect(await downloadCourse(world, course, watch)).toEqual({ ok: false, error: 'full' });
    expect((await factsOnDevice(world, course)).lessonsReady).toBe(1);
  });

  it('counts no lesson before the code of its practices is here', async () => {
    const { world, watch, counted, asked } = aDevice();
    const without = { ...world, keepExtras: async () => false };
    expect(await downloadCourse(without, course, watch)).toEqual({ ok: false, error: 'offline' });
    expect({ counted, asked }).toEqual({ counted: [], asked: [] });
    expect((await downloadCourse(world, course, watch)).ok).toBe(true);
  });

  it('asks for nothing again where an update changed no words', async () => {
    const { world, watch, asked } = aDevice();
    await downloadCourse(world, course, watch);
    asked.length = 0;
    await downloadCourse(world, course, watch);
    expect(asked).toEqual([]);
  });

  it('replaces older words and lets them go', async () => {
    const { world, watch } = aDevice();
    await downloadCourse(world, course, watch);
    const newer = aCourse({ lessons: ['one', 'two'], hash: '3' });
    expect((await factsOnDevice(world, newer)).state).toBe('newer');

    const { fetch } = tableNetwork({ '/content/de/lessons/one.3.json': '{}', '/content/de/lessons/two.3.json': '{}' });
    await downloadCourse({ ...world, fetch }, newer, watch);
    expect((await factsOnDevice(world, newer)).state).toBe('done');
    expect((await factsOnDevice(world, course)).state).toBe('newer');
    expect(
      await (await world.caches.open('course-tablet-basics-de')).match('/content/de/lessons/one.2.json')
    ).toBeUndefined();
  });
});

describe('taking a course off the device', () => {
  it('can be undone until the page is left', async () => {
    const { world, watch } = aDevice();
    await downloadCourse(world, course, watch);
    await removeCourse(world, course);
    expect((await factsOnDevice(world, course)).state).toBe('removed');
    await bringBack(world, course);
    expect((await factsOnDevice(world, course)).state).toBe('done');
  });

  it('frees the room afterwards', async () => {
    const { world, watch } = aDevice();
    await downloadCourse(world, course, watch);
    await removeCourse(world, course);
    await clearRemoved(world);
    expect(await world.caches.keys()).toEqual([]);
  });
});

it('lists what is on the device with its size', async () => {
  const { world, watch } = aDevice();
  await downloadCourse(world, course, watch);
  const [kept] = await keptCourses(world);
  expect(kept).toMatchObject({ state: 'done', course: { title: 'Mein Tablet' } });
  expect(kept?.sizeBytes).toBe(JSON.stringify(course).length + 3 * '<svg/>'.length + 2 * '{}'.length);
});
