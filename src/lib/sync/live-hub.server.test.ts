import { expect, test, vi } from 'vitest';
import { engineStart } from '../../../tests/support/engine';
import { aWorld } from '../../../tests/support/events';
import { LiveHub } from './live-hub.server';
import { localSignals } from './signals.server';

/** A hub with one reader of Anna's place, on a club whose database may fail, and time in the test's hand. */
async function aHub() {
  const planned: (() => void)[] = [];
  const [clubLine, report, signals] = [vi.fn(() => 1), vi.fn(), localSignals()];
  const later = (_: number, call: () => void) => {
    planned.push(call);
    return () => void planned.splice(planned.indexOf(call), 1);
  };
  const breathe = () => Promise.resolve();
  const hub = new LiveHub({ signals, world: aWorld(engineStart), clubLine, later, breathe, report });
  const sight = { streams: new Set(['progress/anna']), tag: 'tag' };
  const body = await hub.join({ who: 'eva', browser: 'one', look: async () => sight, cut: () => undefined });
  const reader = body?.getReader();
  const next = async () => new TextDecoder().decode((await reader?.read())?.value);
  await next();
  /** All that is due happens. */
  const pass = async () => {
    for (const call of planned.splice(0)) call();
    await new Promise((done) => setImmediate(done));
  };
  return { clubLine, report, signals, next, pass };
}

test('a database that cannot be read for once is reported, and the news after it are told with those before', async () => {
  const { clubLine, report, signals, next, pass } = await aHub();
  clubLine.mockImplementation(() => {
    throw new Error('disk I/O error');
  });
  signals.publish([{ stream: 'progress/anna', seq: 1 }]);
  await pass();
  expect(report).toHaveBeenCalledTimes(2);
  clubLine.mockReturnValue(1);
  await pass();
  signals.publish([{ stream: 'progress/anna', seq: 2 }]);
  await pass();
  expect(await next()).toBe('data: {"streams":{"progress/anna":2}}\n\n');
  expect(report).toHaveBeenCalledTimes(2);
});
