import { describe, expect, it } from 'vitest';
import { memoryCaches } from '../../../tests/support/caches';
import { aCourse } from '../../../tests/support/course-file';
import { aDocument, aWorker, noNetwork } from '../../../tests/support/worker';
import { memberPictures } from '../ui/pictures';
import { answerPage } from './answer-page.browser';
import { keepClub, keepLanguage, keepPublicPages } from './keep.browser';
import { pictureAddress } from './kept-content';
import { remember } from './kept.browser';

const course = aCourse({ lessons: ['one', 'two'] });
const server = {
  '/app.1.js': 'app',
  '/de-base.1.js': 'words',
  '/de/shell': aDocument('1', 'shell'),
  '/content/de/courses.json': JSON.stringify([course]),
  '/content/de/tablet-basics.json': JSON.stringify(course)
};
const lesson = '/de/courses/tablet-basics/one';

async function aDevice(away: Record<string, string | (() => Response)> = {}) {
  const device = aWorker({ server: { ...server, ...away }, caches: memoryCaches(), prerendered: [lesson] });
  await keepLanguage(device.world, 'de');
  await remember(device.world, { locale: 'de', locales: ['de'] });
  device.asked.length = 0;
  const works: Promise<unknown>[] = [];
  const open = async (path: string) => {
    const answer = await answerPage(device.world, {
      request: new Request(`https://treff.example${path}`),
      afterwards: (work) => void works.push(work)
    });
    await Promise.all(works);
    return answer;
  };
  return { ...device, open };
}

describe('a page', () => {
  it('of the app alone opens from the device, without asking the network', async () => {
    const { open, asked } = await aDevice();
    expect(await (await open('/de/downloads')).text()).toContain('shell');
    expect(asked).toEqual([]);
  });

  it('of a lesson that is on the device opens with the shell', async () => {
    const { open, world } = await aDevice();
    await (await world.caches.open('visited')).put('/content/de/lessons/one.1.json', new Response('{}'));
    expect(await (await open(lesson)).text()).toContain('shell');
  });

  it('of another lesson comes from the network, and then from the device', async () => {
    const { open, asked } = await aDevice({ [lesson]: aDocument('1', 'lesson') });
    expect(await (await open(lesson)).text()).toContain('lesson');
    expect(await (await open(lesson)).text()).toContain('lesson');
    expect(asked).toEqual([lesson]);
  });

  it('of another version of the app is shown, but not kept', async () => {
    const { open, asked } = await aDevice({ [lesson]: aDocument('2', 'newer') });
    await open(lesson);
    await open(lesson);
    expect(asked).toEqual([lesson, lesson]);
  });

  it.each(['/de/office', '/de/courses/tablet-basics/one', '/de/club/meetings/0190', '/en/office', '/de/imprint'])(
    'that only the network has leads to what the device has: %s',
    async (path) => {
      const { open } = await aDevice({ [path]: noNetwork });
      const answer = await open(path);
      expect(answer.status).toBe(302);
      expect(answer.headers.get('location')).toBe(`https://treff.example/de/shell?wanted=${encodeURIComponent(path)}`);
    }
  );

  it('of the room opens from the device once a trainer has been there', async () => {
    const { open, world } = await aDevice({ '/club.1.js': 'club', '/de-club.1.js': 'words' });
    await keepClub(world, 'de');
    expect(await (await open('/de/club/meetings/0190')).text()).toContain('shell');
  });

  it('of the room opens from the device, too, when the network went before the last picture was there', async () => {
    const [picture = ''] = memberPictures.map(pictureAddress).slice(-1);
    const { open, world } = await aDevice({
      '/club.1.js': 'club',
      '/de-club.1.js': 'words',
      [picture]: noNetwork
    });
    await expect(keepClub(world, 'de')).rejects.toThrow();
    expect(await (await open('/de/club/meetings/0190')).text()).toContain('shell');
  });

  it('of the room is not promised before its code is there', async () => {
    const { open, world } = await aDevice({ '/club.1.js': noNetwork, '/de/club': noNetwork });
    await expect(keepClub(world, 'de')).rejects.toThrow();
    expect((await open('/de/club')).status).toBe(302);
  });

  it('of a proxy whose server is away counts as no network', async () => {
    const { open } = await aDevice({ '/de/office': () => new Response('bad gateway', { status: 502 }) });
    expect((await open('/de/office')).status).toBe(302);
  });

  it('that the server refuses is shown as the server says', async () => {
    const { open } = await aDevice({ '/de/office': () => new Response('sign in', { status: 403 }) });
    expect((await open('/de/office')).status).toBe(403);
  });
});

describe('the bare address', () => {
  it('leads to the language used last, without a network', async () => {
    const { open } = await aDevice({ '/': noNetwork });
    expect((await open('/')).headers.get('location')).toBe('https://treff.example/de');
  });
});

describe('the imprint', () => {
  it('is shown as last heard where the network is gone', async () => {
    let away = false;
    const { open, world } = await aDevice({
      '/de/imprint': () => (away ? noNetwork() : new Response('Stadt Musterstadt'))
    });
    await keepPublicPages(world, 'de');
    away = true;
    expect(await (await open('/de/imprint')).text()).toBe('Stadt Musterstadt');
  });

  it.each([
    ['2026-11-24T09:00:00Z', 0],
    ['2026-11-22T09:00:00Z', 1]
  ])('that was kept at %s is fetched again once a day: %i', async (date, times) => {
    const headers = { date: new Date(date).toUTCString() };
    const { world, asked } = await aDevice({ '/de/imprint': () => new Response('', { headers }) });
    await keepPublicPages(world, 'de');
    asked.length = 0;
    await keepPublicPages(world, 'de');
    expect(asked.filter((path) => path === '/de/imprint')).toHaveLength(times);
  });
});
