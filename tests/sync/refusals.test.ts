import { describe, expect, test } from 'vitest';
import { attendance } from '$lib/attendance/attendance';
import { formatStamp } from '$lib/base/clock';
import { answers } from '$lib/learning/answers';
import { progress } from '$lib/learning/progress';
import type { Draft } from '$lib/sync/event';
import { anAnswer, anEngine, engineStart } from '../support/engine';
import { anEvent, anId } from '../support/events';

const step = { course: 'tablet', lesson: 'one', step: 'a' };

function aStep(person = 'anna', data: object = step): Draft {
  return { stream: `progress/${person}`, type: 'step.completed', by: `person/${person}`, data };
}

describe('what the server does not take', () => {
  const aMark: Draft = {
    stream: 'meeting/m1',
    type: 'attendance.marked',
    by: 'staff/otto',
    data: { person: 'anna', status: 'present' }
  };

  test('a refused event stays, tells why, and no row shows it', async () => {
    const { engine, status } = await anEngine();
    await engine.record([aStep('zoe'), aStep('anna')]);
    await engine.exchange();
    expect(await engine.row(progress, 'zoe|one')).toBeUndefined();
    expect(await engine.refused()).toMatchObject([{ code: 'forbidden', event: { stream: 'progress/zoe' } }]);
    expect(await status()).toMatchObject({ waiting: 0, refused: 1 });
    const file: unknown = JSON.parse(await (await engine.saveAsFile()).text());
    expect(file).toMatchObject({ events: [{ stream: 'progress/zoe', state: 'refused', code: 'forbidden' }] });
  });

  test('a refused event can be offered again, and is shown meanwhile', async () => {
    const { engine, way, status } = await anEngine();
    const [event] = await engine.record(aStep());
    way.through(async (body) =>
      anAnswer({ refused: JSON.parse(body).events.map(({ id }: { id: string }) => ({ id, code: 'conflict' })) })
    );
    await engine.exchange();
    expect(await engine.row(progress, 'anna|one')).toBeUndefined();
    way.restore();
    if (event !== undefined) await engine.retry(event.id);
    expect(await engine.row(progress, 'anna|one')).toBeDefined();
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, refused: 0 });
  });

  test('an event without a proven author waits for a sign-in, shown, and lets others pass', async () => {
    const { engine, status } = await anEngine();
    await engine.record([aMark, aStep()]);
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 1, unauthorized: 1, refused: 0 });
    expect(await engine.row(attendance, 'm1|anna')).toMatchObject({ status: 'present' });
    await engine.holdGrant({ id: 'otto', secret: 'secret' });
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0, unauthorized: 0 });
    expect(await engine.row(attendance, 'm1|anna')).toMatchObject({ status: 'present' });
  });
});

describe('streams that go', () => {
  test('a deleted stream takes its rows and unsent events along, and says how many', async () => {
    const { engine, way, status } = await anEngine();
    await engine.record(aStep());
    await engine.exchange();
    await engine.record([aStep('anna', { ...step, step: 'b' }), aStep('bert')]);
    way.through(async () => anAnswer({ gone: ['progress/anna'] }));
    await engine.exchange();
    expect(await engine.row(progress, 'anna|one')).toBeUndefined();
    expect(await engine.row(progress, 'bert|one')).toBeDefined();
    expect(await status()).toMatchObject({ waiting: 1, gone: 1 });
  });

  test('without the right to read, rows go, and what is unsent stays', async () => {
    const { engine, way, shelf, status } = await anEngine();
    await engine.record(aStep());
    await engine.exchange();
    await engine.record(aStep('anna', { ...step, step: 'b' }));
    const epoch = (await shelf.read((tx) => tx.device()))?.epoch ?? '';
    way.through(async () => anAnswer({ epoch, left: ['progress/anna'] }));
    await engine.exchange();
    expect(await engine.row(progress, 'anna|one')).toMatchObject({ steps: { b: expect.any(String) } });
    expect(Object.keys((await engine.row(progress, 'anna|one'))?.steps ?? {})).toEqual(['b']);
    expect(await status()).toMatchObject({ waiting: 1, gone: 0 });
  });

  const answer: Draft = {
    stream: 'learner/anna',
    type: 'answer.given',
    by: 'person/anna',
    data: { ...step, choice: 1, right: true }
  };

  test('a person who is deleted long after they left this tablet has nothing kept on it', async () => {
    const { engine, way, shelf } = await anEngine();
    const kept = async () => (await shelf.read((tx) => tx.kept(0, 10))).map(({ stream }) => stream);
    await engine.follow('learner/anna');
    await engine.record([aStep(), answer]);
    await engine.exchange();
    await engine.leave('learner/anna');
    expect(await kept()).toEqual(['progress/anna', 'learner/anna']);
    const epoch = (await shelf.read((tx) => tx.device()))?.epoch ?? '';
    way.through(async () => anAnswer({ epoch, gone: ['progress/anna', 'learner/anna'] }));
    await engine.exchange();
    expect(await kept()).toEqual([]);
  });

  test('a person who leaves the tablet takes their answers along, and finds them again', async () => {
    const { engine } = await anEngine();
    await engine.follow('learner/anna');
    await engine.record(answer);
    await engine.exchange();
    expect(await engine.rows(answers, { prefix: 'anna|' })).toHaveLength(1);
    await engine.leave('learner/anna');
    expect(await engine.rows(answers, { prefix: 'anna|' })).toEqual([]);
    await engine.follow('learner/anna');
    await engine.exchange();
    expect(await engine.rows(answers, { prefix: 'anna|' })).toHaveLength(1);
  });

  test('answers of a person who left without a network go from the tablet once they are sent', async () => {
    const { engine, way, shelf, status } = await anEngine();
    way.fail({ status: 0 });
    await engine.follow('learner/anna');
    await engine.record(answer);
    await engine.leave('learner/anna');
    expect(await status()).toMatchObject({ waiting: 1 });
    way.restore();
    await engine.exchange();
    expect(await status()).toMatchObject({ waiting: 0 });
    for (const side of ['shown', 'confirmed'] as const) {
      expect(await shelf.read((tx) => tx.refsOf(side, 'learner/anna'))).toEqual([]);
    }
  });

  test('another incarnation of the database is fetched whole', async () => {
    const { engine, way } = await anEngine();
    const at = formatStamp({ ms: engineStart, counter: 0, device: 'd2' });
    const event = anEvent({
      id: anId(7),
      stream: 'progress/bert',
      type: 'step.completed',
      by: 'person/bert',
      data: step,
      at
    });
    const cursors: unknown[] = [];
    const epochs = ['e1', 'e2', 'e2'];
    way.through(async (body) => {
      cursors.push(JSON.parse(body).cursors);
      return anAnswer({
        epoch: epochs.shift() ?? 'e2',
        streams: { 'progress/bert': { events: [event], cursor: 5, more: false } }
      });
    });
    await engine.exchange();
    await engine.exchange();
    expect(cursors).toEqual([{}, { 'progress/bert': 5 }, { 'progress/bert': 0 }]);
  });
});

test('a reason that only a newer server knows keeps the event, in sight, and what it adds is not read', async () => {
  const { engine, way, status } = await anEngine();
  const [one, two] = await engine.record([aStep('anna'), aStep('bert')]);
  way.through(async () => {
    const answer = anAnswer({ accepted: [{ id: one?.id ?? anId(1), seq: 1, at: one?.at ?? '' }] });
    const refused = [{ id: two?.id, code: 'on-the-moon', why: 'far' }];
    return answer.ok ? { ok: true, value: { ...Object(answer.value), refused, weather: 'fine' } } : answer;
  });
  await engine.exchange();
  expect(await status()).toMatchObject({ waiting: 0, refused: 1 });
  expect(await engine.refused()).toMatchObject([{ code: 'invalid', event: { id: two?.id } }]);
});
