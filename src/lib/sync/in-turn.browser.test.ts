import { expect, onTestFinished, test, vi } from 'vitest';
import { inTurn } from './in-turn.browser';

const { locks } = navigator;

/** A tab that exchanges until the test ends it. */
async function anotherTab(): Promise<() => void> {
  return new Promise((begun) => {
    void inTurn(locks, () => new Promise<void>((end) => begun(end)));
  });
}

test('tabs exchange one after another', async () => {
  const end = await anotherTab();
  const work = vi.fn(async () => 'done');
  const exchanged = inTurn(locks, work);
  await locks.query();
  expect(work).not.toHaveBeenCalled();
  end();
  expect(await exchanged).toBe('done');
});

test('a tab that never comes to an end stops the others for ten seconds, and no longer', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const end = await anotherTab();
  const work = vi.fn(async () => 'done');
  const exchanged = inTurn(locks, work);
  await vi.advanceTimersByTimeAsync(9900);
  expect(work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(await exchanged).toBe('done');
  expect(work).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
  end();
});

test('an exchange that lasts is not begun twice, and its error is told', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const work = vi.fn(async () => {
    await new Promise((done) => setTimeout(done, 60_000));
    throw new Error('broken');
  });
  const exchanged = expect(inTurn(locks, work)).rejects.toThrow('broken');
  await vi.advanceTimersByTimeAsync(60_000);
  await exchanged;
  expect(work).toHaveBeenCalledOnce();
});
