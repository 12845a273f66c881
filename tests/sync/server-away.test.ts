import { expect, test, vi } from 'vitest';
import type { Draft } from '$lib/sync/event';
import type { SyncStatus } from '$lib/sync/status';
import { anEngine } from '../support/engine';

const day = 24 * 60 * 60 * 1000;

const aStep = (): Draft => ({
  stream: 'progress/anna',
  type: 'step.completed',
  by: 'person/anna',
  data: { course: 'tablet', lesson: 'one', step: 'a' }
});

test.each([0, 502, 503, 504])(
  'a server that is away (%i) is looked for every few seconds while somebody looks, and seldom out of sight',
  async (status) => {
    const { engine, page, way } = await anEngine();
    way.fail({ status });
    await engine.record(aStep());
    const waits: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      await engine.exchange();
      waits.push(...page.waits);
    }
    expect(waits).toHaveLength(12);
    expect(Math.max(...waits)).toBeLessThanOrEqual(8000);
    expect(Math.min(...waits.slice(2))).toBeGreaterThanOrEqual(4000);
    page.set({ visible: false });
    await engine.exchange();
    expect(page.waits[0]).toBeGreaterThanOrEqual(150_000);
    page.set({ visible: true });
    expect(page.waits).toEqual([300]);
  }
);

test('whoever waits for another tab that exchanges is told that it is being sent; a new try is not yet sending', async () => {
  const { engine, page, way, status } = await anEngine();
  await engine.record(aStep());
  const told: SyncStatus[] = [];
  const stop = engine.watchStatus((next) => told.push(next), page.report);
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ waiting: 1, sending: false }));
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => (end = done));
  void page.alone(() => ended);
  const exchanged = engine.exchange();
  expect(told.at(-1)).toMatchObject({ waiting: 1, sending: true, online: true });
  way.fail({ status: 0 });
  end();
  await exchanged;
  void engine.exchange();
  expect(told.at(-1)).toMatchObject({ waiting: 1, sending: true, online: false });
  stop();
  expect(await status()).toMatchObject({ waiting: 1 });
});

test('a proxy that asks for a day is asked again after a quarter of an hour', async () => {
  const { engine, page, way } = await anEngine();
  way.fail({ status: 503, retryAfterMs: day });
  await engine.record(aStep());
  await engine.exchange();
  expect(page.waits).toEqual([15 * 60_000]);
});
