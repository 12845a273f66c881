import { expect, test, vi } from 'vitest';
import { engineStart } from '../../../tests/support/engine';
import { aWorld } from '../../../tests/support/events';
import { aPage } from '../../../tests/support/page';
import { Listener, type ListenerOptions } from './listener.browser';
import { memoryShelf } from './memory-shelf';
import type { SourceEvents } from './signal-source.browser';
import type { LiveMessage } from './signals';
import type { Snapshot } from './snapshot';

const aTablet: Snapshot = { venues: [], groups: [], members: [], meetings: [] };
const aTrainer: Snapshot = { ...aTablet, staff: { id: 'eva', name: 'Eva', role: 'trainer' } };

/** A queue for one place, as Web Locks keep it. */
function aLock(): ListenerOptions['claim'] {
  let tail = Promise.resolve();
  return (work) => void (tail = tail.then(work));
}

/** A time that passes when the test says so, and calls what is due. */
function aTime() {
  const world = aWorld(engineStart);
  const planned = new Set<{ at: number; call: () => void }>();
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    world,
    settle,
    later(ms: number, call: () => void) {
      const plan = { at: world.now() + ms, call };
      planned.add(plan);
      return () => planned.delete(plan);
    },
    async pass(ms: number) {
      const end = world.now() + ms;
      for (;;) {
        const [next] = [...planned].sort((one, other) => one.at - other.at);
        if (next === undefined || next.at > end) break;
        planned.delete(next);
        world.pass(next.at - world.now());
        next.call();
        await settle();
      }
      world.pass(end - world.now());
      await settle();
    }
  };
}

interface Wanted {
  readonly snapshot?: Snapshot | undefined;
  readonly claim?: ListenerOptions['claim'];
}

/** A tab that listens, and the test in the server's place. */
async function aTab(wanted: Wanted = {}) {
  const { snapshot, claim } = { snapshot: aTrainer, claim: aLock(), ...wanted };
  const shelf = memoryShelf();
  const know = (known: Snapshot | undefined) =>
    shelf.write((tx) => tx.putSnapshot(known && { tag: 'tag', snapshot: known }));
  await know(snapshot);
  const [page, time] = [aPage(), aTime()];
  const ways: SourceEvents[] = [];
  const [closed, exchange, onLive, postMessage] = [vi.fn(), vi.fn(async () => undefined), vi.fn(), vi.fn()];
  const others: ListenerOptions['others'] = { postMessage, onmessage: null, close: () => undefined };
  const open = (way: SourceEvents) => {
    ways.push(way);
    return closed;
  };
  const { world, later, pass, settle } = time;
  const surroundings = { ...page, later };
  const listener = new Listener({ shelf, world, surroundings, open, claim, exchange, onLive, others });
  await settle();
  const say = (message: LiveMessage) => ways.at(-1)?.said(JSON.stringify(message));
  const reach = (stream: string, seq: number) => shelf.write((tx) => tx.putCursors([{ stream, seq }]));
  return { page, pass, settle, ways, closed, exchange, onLive, others, listener, know, reach, say };
}

type Tab = Awaited<ReturnType<typeof aTab>>;

async function open({ ways, settle }: Tab): Promise<void> {
  ways.at(-1)?.opened();
  await settle();
}

const news = { streams: { 'progress/anna': 3 } };

test('a browser that the server does not know does not listen; one that becomes known does', async () => {
  const { ways, know, settle, closed } = await aTab({ snapshot: undefined });
  expect(ways).toEqual([]);
  await know(aTablet);
  await settle();
  expect(ways).toHaveLength(1);
  await know(undefined);
  await settle();
  expect(closed).toHaveBeenCalled();
});

test('when the way opens, what was missed is fetched', async () => {
  const tab = await aTab();
  expect(tab.exchange).not.toHaveBeenCalled();
  await open(tab);
  expect(tab.exchange).toHaveBeenCalledOnce();
  expect(tab.onLive).toHaveBeenLastCalledWith(true);
});

test('news of a stream that has come further is fetched at once where somebody runs a meeting', async () => {
  const { say, pass, exchange, reach } = await aTab();
  await reach('progress/anna', 3);
  say(news);
  await pass(10_000);
  expect(exchange).not.toHaveBeenCalled();
  say({ streams: { 'progress/anna': 4 } });
  say({ streams: { 'progress/bert': 1 } });
  await pass(60);
  expect(exchange).toHaveBeenCalledOnce();
});

test('a room of tablets fetches the places of others without haste, and a call for help at once', async () => {
  const { say, pass, exchange } = await aTab({ snapshot: aTablet });
  say(news);
  await pass(2900);
  expect(exchange).not.toHaveBeenCalled();
  say({ streams: { 'meeting/m1': 1 } });
  await pass(60);
  expect(exchange).toHaveBeenCalledOnce();
  say(news);
  await pass(6000);
  expect(exchange).toHaveBeenCalledTimes(2);
});

test('a stream of news is not a stream of requests', async () => {
  const { say, pass, exchange } = await aTab();
  for (let seq = 1; seq <= 200; seq += 1) {
    say({ streams: { 'progress/anna': seq } });
    await pass(20);
  }
  expect(exchange.mock.calls.length).toBeGreaterThanOrEqual(4000 / 320);
  expect(exchange.mock.calls.length).toBeLessThanOrEqual(1 + 4000 / 150);
});

test('a changed snapshot is fetched without any stream being behind', async () => {
  const { say, pass, exchange } = await aTab();
  say({ streams: {}, club: true });
  await pass(60);
  expect(exchange).toHaveBeenCalledOnce();
});

test.each(['', 'not json', '{}', '{"streams":{"a b":1}}', '{"streams":{"progress/anna":-1}}', '[]', 'null'])(
  'the message %j is passed over',
  async (text) => {
    const { ways, pass, exchange } = await aTab();
    ways.at(-1)?.said(text);
    await pass(10_000);
    expect(exchange).not.toHaveBeenCalled();
  }
);

test('a broken way is tried again with growing waits, and fetches when it is there', async () => {
  const tab = await aTab();
  const { ways, pass, exchange, onLive } = tab;
  await open(tab);
  ways.at(-1)?.failed();
  expect(onLive).toHaveBeenLastCalledWith(false);
  await pass(999);
  expect(ways).toHaveLength(1);
  await pass(1001);
  expect(ways).toHaveLength(2);
  for (let turn = 0; turn < 8; turn += 1) {
    ways.at(-1)?.failed();
    await pass(300_000);
  }
  // Each new way that says nothing is given up as well, so there are more; but never one a second.
  expect(ways.length).toBeLessThan(60);
  await open(tab);
  expect(exchange).toHaveBeenCalledTimes(2);
});

test('a way that falls silent is given up, although the browser believes in it', async () => {
  const tab = await aTab();
  await open(tab);
  for (let beat = 0; beat < 10; beat += 1) {
    await tab.pass(25_000);
    tab.say({ streams: {} });
  }
  expect(tab.ways).toHaveLength(1);
  await tab.pass(70_000);
  expect(tab.ways.length).toBeGreaterThan(1);
});

test('a page that nobody looks at leaves after a while, and comes back with the person', async () => {
  const tab = await aTab();
  await open(tab);
  tab.page.set({ visible: false });
  await tab.pass(20_000);
  expect(tab.closed).not.toHaveBeenCalled();
  await tab.pass(11_000);
  expect(tab.closed).toHaveBeenCalled();
  await tab.pass(600_000);
  expect(tab.ways).toHaveLength(1);
  tab.page.set({ visible: true });
  await tab.settle();
  expect(tab.ways).toHaveLength(2);
});

test('without a network nobody listens', async () => {
  const { page, ways, settle, closed } = await aTab();
  page.set({ online: false });
  expect(closed).toHaveBeenCalled();
  page.set({ online: true });
  await settle();
  expect(ways).toHaveLength(2);
});

test('of two tabs one listens and tells the other, which takes its place when it goes', async () => {
  const claim = aLock();
  const [one, two] = [await aTab({ claim }), await aTab({ claim })];
  expect([one.ways.length, two.ways.length]).toEqual([1, 0]);
  one.say(news);
  await one.pass(60);
  expect(one.others.postMessage).toHaveBeenCalledWith(news);
  const channel = new BroadcastChannel('of two tabs');
  two.others.onmessage?.call(channel, new MessageEvent('message', { data: news }));
  channel.close();
  await two.pass(60);
  expect(two.exchange).toHaveBeenCalledOnce();
  expect(two.others.postMessage).not.toHaveBeenCalled();
  one.listener.close();
  await two.settle();
  expect(two.ways).toHaveLength(1);
});

test('where another page of this browser has taken over, this one is quiet until somebody comes back to it', async () => {
  const tab = await aTab();
  await open(tab);
  tab.say({ streams: {}, over: true });
  await tab.pass(600_000);
  expect(tab.ways).toHaveLength(1);
  tab.page.set({ visible: true });
  await tab.settle();
  expect(tab.ways).toHaveLength(2);
});

test('after the longest outage, a server that is back is found within half a minute', async () => {
  const { ways, pass } = await aTab();
  for (let failure = 0; failure < 20; failure += 1) {
    ways.at(-1)?.failed();
    await pass(30_000);
    expect(ways).toHaveLength(failure + 2);
  }
});
