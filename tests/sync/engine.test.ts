import { describe, expect, test, vi } from 'vitest';
import { place } from '$lib/learning/place';
import { progress } from '$lib/learning/progress';
import { aClubWay, anEngine, engineStart } from '../support/engine';
import type { Draft } from '$lib/sync/event';

const step = { course: 'tablet', lesson: 'one', step: 'a' };
const day = 24 * 60 * 60 * 1000;

function aStep(person = 'anna', data: object = step): Draft {
  return { stream: `progress/${person}`, type: 'step.completed', by: `person/${person}`, data };
}

const aPlace = (lesson: string): Draft => ({ ...aStep(), type: 'place.moved', data: { ...step, lesson } });

describe('recording', () => {
  test('resolves with the row shown, with no network at all', async () => {
    const { engine, way, status } = await anEngine();
    way.fail({ status: 0 });
    const [event] = await engine.record(aStep());
    expect(await engine.row(progress, 'anna|one')).toMatchObject({ steps: { a: event?.at } });
    expect(await status()).toMatchObject({ waiting: 1, refused: 0, storage: 'ok' });
  });

  test('several events are one transaction, in their order', async () => {
    const { engine } = await anEngine();
    const events = await engine.record([aPlace('one'), aPlace('two')]);
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
    expect(await engine.row(place, 'anna')).toMatchObject({ lesson: 'two' });
  });

  test.each([
    ['an unknown type', { ...aStep(), type: 'step.invented' }],
    ['the wrong stream', { ...aStep(), stream: 'meeting/m1' }],
    ['data that does not fit', aStep('anna', { course: 'tablet' })],
    ['nobody as author', { ...aStep(), by: 'somebody' }]
  ])('a draft with %s is a mistake, and nothing of its batch is kept', async (_, draft) => {
    const { engine, status } = await anEngine();
    await expect(engine.record([aStep(), draft])).rejects.toThrow();
    expect(await status()).toMatchObject({ waiting: 0 });
    expect(await engine.rows(progress, { prefix: '' })).toEqual([]);
  });

  test('rows are found by the beginning of their key', async () => {
    const { engine } = await anEngine();
    await engine.record([aStep('anna'), aStep('bert'), aStep('anna', { ...step, lesson: 'two' })]);
    expect((await engine.rows(progress, { prefix: 'anna|' })).map(({ lesson }) => lesson)).toEqual(['one', 'two']);
  });

  test('a visitor keeps their place, and it is never sent', async () => {
    const { engine, way, status } = await anEngine();
    await engine.record(aStep('visitor'));
    await engine.exchange();
    expect(way.requests.flatMap(({ events }) => events)).toEqual([]);
    expect(await status()).toMatchObject({ waiting: 0 });
    expect(await engine.row(progress, 'visitor|one')).toBeDefined();
  });
});

describe('exchanging', () => {
  test('what was recorded is sent soon, once, and stays in sight', async () => {
    const { engine, page, way, status } = await anEngine();
    await engine.record([aStep(), aPlace('one')]);
    expect(page.ring()).toBe(300);
    await engine.exchange();
    expect(way.requests.flatMap(({ events }) => events)).toHaveLength(2);
    expect(await status()).toMatchObject({ waiting: 0, lastExchangeAt: engineStart });
    expect(await engine.row(progress, 'anna|one')).toBeDefined();
  });

  test('what is recorded while an exchange is under way is sent right after it', async () => {
    const { engine, page, way, status } = await anEngine();
    await engine.record(aStep());
    let recorded: Promise<unknown> | undefined;
    way.through((_, pass) => {
      recorded ??= engine.record(aPlace('one'));
      return recorded.then(pass);
    });
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 1 });
    expect(page.waits).toEqual([300]);
    page.ring();
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0 });
  });

  test('a visitor at home does not ask the server for anything', async () => {
    const { page, way } = await anEngine();
    for (let turn = 0; turn < 3; turn += 1) page.ring();
    expect(way.requests).toEqual([]);
  });

  test('a device that the server knows asks for news by itself, slowly; more slowly where the server tells; at once when it is seen again', async () => {
    const { engine, page, way } = await anEngine();
    await engine.follow('learner/anna');
    await engine.exchange();
    const [slow = 0] = page.waits;
    expect(slow).toBeGreaterThanOrEqual(15_000);
    expect(slow).toBeLessThanOrEqual(30_000);
    const before = way.requests.length;
    page.ring();
    await vi.waitFor(() => expect(way.requests.length).toBe(before + 1));
    engine.liveChanged(true);
    await engine.exchange();
    expect(page.waits[0]).toBeGreaterThanOrEqual(60_000);
    expect(page.waits[0]).toBeLessThanOrEqual(120_000);
    page.set({ visible: false });
    page.set({ visible: true });
    expect(page.waits).toEqual([300]);
  });

  test('what another tablet sent appears, and both shown rows end equal', async () => {
    const way = aClubWay();
    const [one, two] = [await anEngine({ way, seed: 1 }), await anEngine({ way, seed: 2 })];
    await one.engine.record(aPlace('one'));
    two.world.pass(1000);
    await two.engine.record(aPlace('two'));
    for (const { engine } of [one, two, one]) await engine.exchange();
    expect(await one.engine.row(place, 'anna')).toMatchObject({ lesson: 'two' });
    expect(await two.engine.row(place, 'anna')).toEqual(await one.engine.row(place, 'anna'));
  });

  test('a corrected time leaves no trace of the wrong one', async () => {
    const { engine, world } = await anEngine();
    world.pass(Date.UTC(2100, 0, 1) - engineStart);
    const [wrong] = await engine.record(aStep());
    await engine.exchange();
    const row = await engine.row(progress, 'anna|one');
    expect(row?.steps['a']?.slice(0, 12)).toBe(engineStart.toString(16).padStart(12, '0'));
    const [right] = await engine.record(aStep('anna', { ...step, step: 'b' }));
    expect(right?.at.slice(0, 12) ?? '').toBe(engineStart.toString(16).padStart(12, '0'));
    expect((wrong?.at ?? '') > (right?.at ?? '')).toBe(true);
  });

  test('waits grow while the server is broken, and the network coming back ends them', async () => {
    const { engine, page, way } = await anEngine();
    way.fail({ status: 500 });
    await engine.record(aStep());
    const waits: number[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      await engine.exchange();
      waits.push(...page.waits);
    }
    expect(waits[0]).toBeLessThanOrEqual(2000);
    expect(waits[4]).toBeGreaterThanOrEqual(16_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
    page.set({ online: false });
    page.set({ online: true });
    expect(page.waits).toEqual([300]);
  });

  test('a server that asks for time gets it', async () => {
    const { engine, page, way } = await anEngine();
    way.fail({ status: 429, retryAfterMs: 120_000 });
    await engine.record(aStep());
    await engine.exchange();
    expect(page.waits).toEqual([120_000]);
  });

  test('and gets it also when the network or the page comes back, or when there is news', async () => {
    const { engine, page, way, world, status } = await anEngine();
    way.fail({ status: 429, retryAfterMs: 120_000 });
    await engine.record(aStep());
    await engine.exchange();
    way.restore();
    world.pass(50_000);
    page.set({ online: true, visible: true });
    await engine.record(aStep('bert'));
    expect(page.waits).toEqual([70_000]);
    await engine.exchange();
    expect(way.requests).toEqual([]);
    world.pass(-day);
    page.set({ online: true });
    expect(page.waits).toEqual([120_000]);
    world.pass(day + 70_000);
    page.ring();
    await vi.waitFor(async () => expect(await status()).toMatchObject({ waiting: 0 }));
  });

  test('a batch that is too much is halved until it passes', async () => {
    const { engine, way, status } = await anEngine();
    way.through((body, pass) =>
      JSON.parse(body).events.length > 3 ? Promise.resolve({ ok: false, error: { status: 413 } }) : pass()
    );
    await engine.record(Array.from({ length: 10 }, (_, index) => aStep('anna', { ...step, step: `s${index}` })));
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, refused: 0 });
    expect(way.requests.map(({ events }) => events.length).filter((length) => length > 0)).toEqual([3, 3, 3, 1]);
  });

  test('one event that is too much alone stays, in sight, and does not stop the others', async () => {
    const { engine, way, status } = await anEngine();
    way.through((body, pass) =>
      body.includes('heavy') ? Promise.resolve({ ok: false, error: { status: 413 } }) : pass()
    );
    await engine.record([aStep(), aStep('bert', { ...step, step: 'heavy' }), aStep('anna', { ...step, step: 'b' })]);
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, refused: 1 });
    expect(await engine.refused()).toMatchObject([{ code: 'too-large', event: { data: { step: 'heavy' } } }]);
    expect(await engine.row(progress, 'bert|one')).toBeUndefined();
  });

  test.each([401, 429, 500, 503, 0])('status %i keeps everything and tries again', async (code) => {
    const { engine, way, status } = await anEngine();
    way.fail({ status: code });
    await engine.record(aStep());
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 1, refused: 0, reload: false, online: false });
    way.restore();
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, online: true });
  });

  test('a newer protocol asks for a reload, and nothing is lost', async () => {
    const { engine, way, status } = await anEngine();
    way.fail({ status: 426 });
    await engine.record(aStep());
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 1, reload: true });
  });

  test('a page that is no answer changes nothing', async () => {
    const { engine, way, status } = await anEngine();
    way.through(async () => ({ ok: true, value: { hello: 'café' } }));
    await engine.record(aStep());
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 1, refused: 0 });
  });

  test('more than one request holds is sent in order, request after request', async () => {
    const { engine, way } = await anEngine();
    await engine.record(Array.from({ length: 1100 }, (_, index) => aStep('anna', { ...step, step: `s${index}` })));
    await engine.exchange();
    expect(way.requests.map(({ events }) => events.length)).toEqual([500, 500, 100]);
  });

  test('a round that breaks is reported, and the next one sends all the same', async () => {
    const { engine, page, way, status } = await anEngine();
    way.through(() => Promise.reject(new Error('broken')));
    await engine.record(aStep());
    await engine.exchange();
    expect(page.reported).toEqual([new Error('broken')]);
    way.restore();
    page.ring();
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0 });
  });
});
