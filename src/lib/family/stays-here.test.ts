import { expect, test } from 'vitest';
import { visitor } from '$lib/sync/visitor';
import { admit } from '$lib/sync/admit';
import { anEngine } from '../../../tests/support/engine';
import { anEvent } from '../../../tests/support/events';
import { allRooms } from '../../../tests/support/sync-server';
import { samples } from '../../../tests/rights/samples';
import { agreementOf } from './agreement';
import { backupOf, readBackup } from './backup';
import { family } from './kept';
import { familyRoom } from './room';
import { familyTimes } from './week/kept-times';

const keptHere = familyRoom.eventTypes.filter(({ neverSent }) => neverSent);

const by = 'device/d1';
const deed = (type: string, data: object, stream = 'family/visitor') => ({
  stream,
  type,
  by,
  data: { agreement: 'one', ...data }
});
const begun = deed('agreement.begun', {});
const named = deed('detail.written', { what: 'child', text: 'Mia-Sophie' });
const time = {
  ...deed('time.entered', {}),
  data: { week: '2026-11-23', day: 0, kind: 'sleep', column: 'agreed', quarters: 38 }
};
const child = { ...deed('child.named', {}), data: { child: 'ben', name: 'Ben' } };
const rule = deed('rule.written', { rule: 'own', by: 'all', words: 'Kein Handy beim Pfannkuchen.', on: true });

test('what a family writes is never sent: not by an exchange, and not along with a person', async () => {
  const { engine, way, status } = await anEngine();
  await engine.record([begun, named, rule]);
  await engine.record({
    ...{ stream: 'progress/visitor', type: 'step.completed', by: 'person/visitor' },
    data: { course: 'tablet-basics', lesson: 'one', step: 'a' }
  });
  await engine.exchange();
  expect(await engine.withoutName()).toHaveLength(1);
  await engine.takeAlong('anna');
  await engine.exchange();
  const sent = way.requests.flatMap(({ events }) => events);
  expect(sent).toHaveLength(1);
  const words = JSON.stringify(way.requests);
  for (const word of ['Mia-Sophie', 'Pfannkuchen', 'family/']) expect(words).not.toContain(word);
  expect(agreementOf(await engine.row(family, visitor)).names.child).toBe('Mia-Sophie');
  expect(await status()).toMatchObject({ waiting: 0, refused: 0, local: 3 });
});

test('a deed of a family is not even written where it would be sent', async () => {
  const { engine } = await anEngine();
  for (const { type } of keptHere) {
    const sample = samples[type]?.({ person: 'anna', group: 'g', meeting: 'g.2026-11-24', date: '2026-11-24' });
    await expect(engine.record({ stream: 'family/f1', type, by, data: sample?.data })).rejects.toThrow(
      'stays on its device'
    );
  }
});

test.each(keptHere)('the server takes $type in no stream', ({ type }) => {
  const sample = samples[type]?.({ person: 'anna', group: 'g', meeting: 'g.2026-11-24', date: '2026-11-24' });
  for (const stream of ['family/f1', 'family/visitor', 'progress/anna', 'learner/anna', 'meeting/g.2026-11-24'])
    expect(admit(anEvent({ stream, type, data: sample?.data }), allRooms), stream).toMatchObject({
      ok: false,
      error: { code: stream === 'family/f1' ? 'forbidden' : 'invalid' }
    });
});

test('everything of a family can be deleted from the device, and nothing else goes with it', async () => {
  const { engine, status } = await anEngine();
  await engine.record([begun, named, time, child]);
  await engine.record({
    ...{ stream: 'progress/visitor', type: 'step.completed', by: 'person/visitor' },
    data: { course: 'tablet-basics', lesson: 'one', step: 'a' }
  });
  await engine.erase('family/visitor');
  expect(await engine.row(family, visitor)).toBeUndefined();
  expect(await engine.row(familyTimes, visitor)).toBeUndefined();
  expect(await status()).toMatchObject({ local: 1 });
  await expect(engine.erase('progress/anna')).rejects.toThrow();
});

test('a file brings everything back on another device, and twice brings it once', async () => {
  const first = await anEngine();
  const events = await first.engine.record([begun, named, rule, time, child]);
  const read = readBackup(backupOf(events, 0));
  if (!read.ok) throw new Error(read.error);
  const second = await anEngine();
  const deeds = read.value.map(({ id, stream, type, data }) => ({ id, stream, type, by, data }));
  await second.engine.recordEarly(deeds);
  await second.engine.recordEarly(deeds);
  expect(agreementOf(await second.engine.row(family, visitor))).toMatchObject({
    names: { child: 'Mia-Sophie' },
    rules: [{ words: 'Kein Handy beim Pfannkuchen.' }]
  });
  expect((await second.engine.row(familyTimes, visitor))?.times['2026-11-23|0|sleep|agreed']?.quarters).toBe(38);
  expect((await second.engine.row(familyTimes, visitor))?.children?.['ben']?.name).toBe('Ben');
  expect(await second.status()).toMatchObject({ local: 5 });
});

test.each([
  ['no JSON', 'Liebe Oma', 'other-file'],
  ['another file of ours', '{"note":"","events":[]}', 'other-file'],
  ['a picture as text', '\u0000PNG', 'other-file'],
  ['no agreement', backupOf([], 0), 'empty'],
  ['an event of another room', backupOf([anEvent({ ...begun, type: 'note.written', data: {} })], 0), 'damaged'],
  ['an event with a part cut out', backupOf([anEvent({ ...begun, data: {} })], 0), 'damaged'],
  ['a file of tomorrow', backupOf([], 0).replace('"version": 1', '"version": 2'), 'newer']
])('a file with %s is told in words', (_, text, error) => {
  expect(readBackup(text)).toEqual({ ok: false, error });
});
