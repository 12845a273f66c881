import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { barrierQueue } from './barrier-queue.browser';

const { hand, sendWaiting, waiting: waitingReports } = barrierQueue;

const aReport = (text = 'Die Schrift ist zu hell.') => ({
  id: newId(world),
  page: '/de',
  text,
  contact: '',
  locale: 'de'
});

/** What the server answers, one after another; "away" is no network. */
function answers(...statuses: (number | 'away')[]) {
  const sent = vi.fn((_address: string, _init: { body: string }): Promise<Response> => {
    const status = statuses.shift() ?? 'away';
    return status === 'away'
      ? Promise.reject(new TypeError('no network'))
      : Promise.resolve(new Response(null, { status }));
  });
  vi.stubGlobal('fetch', sent);
  return sent;
}

function aBrowser({ full = false } = {}) {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => kept.delete(key)
  });
  return kept;
}

beforeEach(() => {
  aBrowser();
  return () => vi.unstubAllGlobals();
});

describe('a report of a barrier', () => {
  it('is sent at once where there is a network, and nothing of it stays on the device', async () => {
    answers(204);
    expect(await hand(aReport())).toBe('sent');
    expect(waitingReports()).toEqual([]);
  });

  it.each([
    ['there is no network', 'away'],
    ['the server is in trouble', 503],
    ['many reports came at once', 429]
  ] as const)('is kept where %s, and sent later with the same id', async (_, status) => {
    const report = aReport();
    const sent = answers(status, 204);
    expect(await hand(report)).toBe('kept');
    expect(waitingReports()).toEqual([report]);
    await sendWaiting();
    expect(waitingReports()).toEqual([]);
    expect(sent.mock.calls.map(([, { body }]) => body)).toEqual([JSON.stringify(report), JSON.stringify(report)]);
  });

  it('says that it failed where it can neither be sent nor kept', async () => {
    aBrowser({ full: true });
    answers('away');
    expect(await hand(aReport())).toBe('failed');
  });

  it('does not stand in the way of the next one when the server does not take it', async () => {
    answers('away', 'away', 422, 204);
    await hand(aReport('one'));
    await hand(aReport('two'));
    await sendWaiting();
    expect(waitingReports()).toEqual([]);
  });

  it('waits on where the network is still away', async () => {
    answers('away', 'away');
    await hand(aReport());
    await sendWaiting();
    expect(waitingReports()).toHaveLength(1);
  });

  it('that was damaged on the device breaks nothing', () => {
    aBrowser().set('digitaltreff.barriers', '{"half');
    expect(waitingReports()).toEqual([]);
  });
});
