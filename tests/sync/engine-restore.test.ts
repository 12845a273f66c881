import { describe, expect, test } from 'vitest';
import { attendance } from '$lib/attendance/attendance';
import { answers } from '$lib/learning/answers';
import { progress } from '$lib/learning/progress';
import type { Draft } from '$lib/sync/event';
import { keepIn, largestKeptBytes, letGoOfOldIn } from '$lib/sync/kept';
import { memoryShelf } from '$lib/sync/memory-shelf';
import type { Kept, Shelf } from '$lib/sync/shelf';
import { aClubWay, anAnswer, anEngine, engineStart, type TestWay } from '../support/engine';
import { anEvent, anId } from '../support/events';

const day = 24 * 60 * 60 * 1000;
const everything = 1_000_000;

function aStep(step: string, person = 'anna'): Draft {
  const data = { course: 'tablet', lesson: 'one', step };
  return { stream: `progress/${person}`, type: 'step.completed', by: `person/${person}`, data };
}

const anAnswerOfAnna: Draft = {
  stream: 'learner/anna',
  type: 'answer.given',
  by: 'person/anna',
  data: { course: 'tablet', lesson: 'one', step: 'a', choice: 1, right: true }
};

const keptOn = (shelf: Shelf): Promise<Kept[]> => shelf.read((tx) => tx.kept(0, everything));
const stepsOf = (kept: readonly { readonly event: { readonly data: unknown } }[]) =>
  kept.map(({ event: { data } }) =>
    typeof data === 'object' && data !== null && 'step' in data ? data.step : undefined
  );

/** The way now leads to a server that knows nothing of what happened since its backup: nothing at all. */
function toRestored(way: TestWay): TestWay {
  const restored = aClubWay(98);
  way.through((body) => restored.transport(body));
  return restored;
}

describe('own accepted events', () => {
  test('are kept out of sight, with the time of the server', async () => {
    const { engine, shelf, world, status } = await anEngine();
    world.pass(3 * day);
    const [recorded] = await engine.record(aStep('a'));
    await engine.exchange();
    const kept = await keptOn(shelf);
    expect(stepsOf(kept)).toEqual(['a']);
    expect(kept[0]?.event.id).toBe(recorded?.id);
    expect((kept[0]?.event.at ?? '') < (recorded?.at ?? '')).toBe(true);
    expect(await status()).toMatchObject({ waiting: 0, refused: 0 });
    expect(JSON.parse(await (await engine.saveAsFile()).text())).toMatchObject({ events: [] });
  });

  test('of a visitor are never kept: they were never sent', async () => {
    const { engine, shelf } = await anEngine();
    await engine.record(aStep('a', 'visitor'));
    await engine.exchange();
    expect(await keptOn(shelf)).toEqual([]);
  });

  test('go after 30 days of the server, whatever the clock of the device says', async () => {
    const { engine, shelf, way, world } = await anEngine();
    await engine.record(aStep('a'));
    await engine.exchange();
    world.pass(80 * 365 * day);
    await engine.exchange();
    expect(await keptOn(shelf)).toHaveLength(1);
    const epoch = (await shelf.read((tx) => tx.device()))?.epoch ?? '';
    way.through(async () => anAnswer({ epoch, now: engineStart + 30 * day }));
    await engine.exchange();
    expect(await keptOn(shelf)).toHaveLength(1);
    way.through(async () => anAnswer({ epoch, now: engineStart + 30 * day + 1 }));
    await engine.exchange();
    expect(await keptOn(shelf)).toEqual([]);
  });

  test('are 5 MB at most; the oldest go first', async () => {
    const shelf = memoryShelf();
    const text = 'x'.repeat(4000);
    const events = Array.from({ length: 1500 }, (_, count) =>
      anEvent({
        id: anId(count + 1),
        stream: 'progress/anna',
        type: 'step.completed',
        data: { text, step: `${count}` }
      })
    );
    await shelf.write(async (tx) => {
      await keepIn(tx, events, engineStart);
      await letGoOfOldIn(tx, engineStart);
    });
    const kept = await keptOn(shelf);
    const size = JSON.stringify(kept.map(({ event }) => event)).length;
    expect(size).toBeLessThanOrEqual(5 * 1024 * 1024);
    expect(size).toBeGreaterThan(largestKeptBytes - 10_000);
    expect(stepsOf(kept.slice(-1))).toEqual(['1499']);
  });

  test('of a deleted person go with their stream, sent or not', async () => {
    const { engine, shelf, way } = await anEngine();
    await engine.record([aStep('a'), aStep('a', 'bert')]);
    await engine.exchange();
    const epoch = (await shelf.read((tx) => tx.device()))?.epoch ?? '';
    way.through(async () => anAnswer({ epoch, gone: ['progress/anna'] }));
    await engine.exchange();
    expect((await keptOn(shelf)).map(({ stream }) => stream)).toEqual(['progress/bert']);
  });

  test('an event that is refused because its stream is deleted takes the stream along', async () => {
    const { engine, shelf, way, status } = await anEngine();
    await engine.record(aStep('a'));
    await engine.exchange();
    const epoch = (await shelf.read((tx) => tx.device()))?.epoch ?? '';
    const [late] = await engine.record(aStep('b'));
    way.through(async () => anAnswer({ epoch, refused: [{ id: late?.id ?? '', code: 'gone' }] }));
    await engine.exchange();
    expect(await keptOn(shelf)).toEqual([]);
    expect(await engine.row(progress, 'anna|one')).toBeUndefined();
    expect(await status()).toMatchObject({ waiting: 0, refused: 0, gone: 1 });
  });
});

describe('a server restored from an older backup', () => {
  test('is offered everything again, in order and before what waits, and nothing is lost', async () => {
    const { engine, shelf, way, status } = await anEngine();
    for (const step of ['a', 'b', 'c']) {
      await engine.record(aStep(step));
      await engine.exchange();
    }
    const before = await engine.row(progress, 'anna|one');
    way.fail({ status: 0 });
    await engine.record(aStep('d'));
    const restored = toRestored(way);
    await engine.exchange();
    // The one that waited went with the request that brought the new epoch.
    expect(restored.requests.flatMap(({ events }) => events)).toMatchObject(
      ['d', 'a', 'b', 'c'].map((name) => ({ data: { step: name } }))
    );
    expect(await status()).toMatchObject({ waiting: 0, refused: 0 });
    const after = await engine.row(progress, 'anna|one');
    expect(after?.steps).toMatchObject(before?.steps ?? { none: '' });
    expect(Object.keys(after?.steps ?? {}).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(stepsOf(await keptOn(shelf)).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('what was fetched from it before and it knows no more goes from the rows', async () => {
    const way = aClubWay();
    const [one, two] = [await anEngine({ way, seed: 1 }), await anEngine({ way, seed: 2 })];
    await one.engine.record(aStep('a', 'bert'));
    await two.engine.record(aStep('a'));
    for (const { engine } of [one, two, one]) await engine.exchange();
    expect(await one.engine.row(progress, 'anna|one')).toBeDefined();
    toRestored(way);
    await one.engine.exchange();
    expect(await one.engine.row(progress, 'anna|one')).toBeUndefined();
    expect(await one.engine.row(progress, 'bert|one')).toBeDefined();
    await two.engine.exchange();
    await one.engine.exchange();
    expect(await one.engine.row(progress, 'anna|one')).toEqual(await two.engine.row(progress, 'anna|one'));
    expect(await one.engine.row(progress, 'anna|one')).toBeDefined();
  });

  test('a way that breaks in the middle, and a restart, go on where it stopped', async () => {
    const { engine, shelf, way, status } = await anEngine();
    await engine.record(Array.from({ length: 1200 }, (_, count) => aStep(`s${count}`)));
    await engine.exchange();
    const restored = aClubWay(98);
    let passed = 0;
    way.through((body) => {
      passed += 1;
      return passed <= 2 ? restored.transport(body) : Promise.resolve({ ok: false, error: { status: 0 } });
    });
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 700 });
    expect(Object.keys((await engine.row(progress, 'anna|one'))?.steps ?? {})).toHaveLength(1200);

    const again = await anEngine({ shelf, way: restored });
    await again.engine.exchange();
    expect(await again.status()).toMatchObject({ waiting: 0, refused: 0 });
    expect(restored.requests.flatMap(({ events }) => events)).toHaveLength(1200);
    expect(Object.keys((await again.engine.row(progress, 'anna|one'))?.steps ?? {})).toHaveLength(1200);
  });

  test('gets the answers of a person who left, and no row ever shows them', async () => {
    const { engine, shelf, way } = await anEngine();
    await engine.follow('learner/anna');
    await engine.record([anAnswerOfAnna, aStep('a')]);
    await engine.exchange();
    await engine.leave('learner/anna');
    const restored = aClubWay(98);
    const shown: number[] = [];
    way.through(async (body) => {
      shown.push((await shelf.read((tx) => tx.refsOf('shown', 'learner/anna'))).length);
      return restored.transport(body);
    });
    await engine.exchange();
    shown.push((await shelf.read((tx) => tx.refsOf('shown', 'learner/anna'))).length);
    expect(shown.length).toBeGreaterThan(2);
    expect(new Set(shown)).toEqual(new Set([0]));
    const sent = restored.requests.flatMap(({ events }) => events);
    expect(sent).toMatchObject([{ stream: 'learner/anna' }, { stream: 'progress/anna' }]);
    await engine.follow('learner/anna');
    await engine.exchange();
    expect(await engine.rows(answers, { prefix: 'anna|' })).toHaveLength(1);
  });

  test('is told which streams were deleted, until it has heard it', async () => {
    const { engine, way } = await anEngine();
    await engine.record(aStep('a'));
    const told: unknown[] = [];
    const answersInTurn = [
      anAnswer({ epoch: 'e1' }),
      anAnswer({ epoch: 'e1', gone: ['progress/anna'] }),
      anAnswer({ epoch: 'e2' }),
      { ok: false as const, error: { status: 0 } },
      anAnswer({ epoch: 'e2' }),
      anAnswer({ epoch: 'e2' })
    ];
    way.through(async (body) => {
      told.push(JSON.parse(body).gone);
      return answersInTurn.shift() ?? anAnswer({ epoch: 'e2' });
    });
    for (let turn = 0; turn < 5; turn += 1) await engine.exchange();
    expect(told).toEqual([[], [], [], ['progress/anna'], ['progress/anna'], []]);
  });

  test('is known, too, by a stream that ends before what was fetched of it', async () => {
    const { engine, shelf, way } = await anEngine();
    const cursors: unknown[] = [];
    const seqs = [5, 2, 2];
    await engine.follow('progress/bert');
    await engine.record(aStep('a'));
    await engine.exchange();
    const epoch = (await shelf.read((tx) => tx.device()))?.epoch ?? '';
    way.through(async (body) => {
      cursors.push(JSON.parse(body).cursors['progress/bert']);
      return anAnswer({
        epoch,
        streams: { 'progress/bert': { events: [], cursor: seqs.shift() ?? 2, more: false } }
      });
    });
    await engine.exchange();
    await engine.exchange();
    expect(cursors.slice(0, 3)).toEqual([0, 5, 0]);
    expect(await shelf.read(async (tx) => (await tx.counts()).again)).toBe(1);
  });

  test('what staff did is offered again under their grant, and waits where there is none', async () => {
    const { engine, way, status } = await anEngine();
    await engine.holdGrant({ id: 'otto', secret: 'secret' });
    await engine.record({
      stream: 'meeting/m1',
      type: 'attendance.marked',
      by: 'staff/otto',
      data: { person: 'anna', status: 'present' }
    });
    await engine.exchange();
    toRestored(way);
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, unauthorized: 0, refused: 0 });
    expect(await engine.row(attendance, 'm1|anna')).toMatchObject({ status: 'present' });
  });
});
