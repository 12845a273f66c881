import { expect, test } from 'vitest';
import { formatStamp, stampMs } from '$lib/base/clock';
import { newId } from '$lib/base/id';
import { world } from '$lib/base/world';
import { notes } from '$lib/learning/notes/notes';
import { place } from '$lib/learning/place';
import { progress } from '$lib/learning/progress';
import type { SyncEvent } from '$lib/sync/event';
import { anEngine, engineStart } from '../support/engine';

const at = { course: 'tablet-basics', lesson: 'one', step: 'a' };
const draft = (type: string, data: object = {}) => ({
  stream: type === 'note.written' ? 'learner/visitor' : 'progress/visitor',
  type,
  by: 'person/visitor',
  data: { ...at, ...data }
});
const stamped = (ms: number) => formatStamp({ ms, counter: 0, device: 'old' });
/** As an old tablet wrote it, weeks before. */
const weeksAgo = (events: readonly SyncEvent[], weeks: number): SyncEvent[] =>
  events.map((event, index) => ({
    ...event,
    id: newId<'event'>(world),
    at: stamped(engineStart - weeks * 604_800_000 + index)
  }));

async function learnedElsewhere() {
  const { engine } = await anEngine();
  await engine.record([
    draft('step.completed'),
    draft('place.moved'),
    draft('note.written', { text: 'Brille' }),
    { ...draft('lesson.completed'), data: { course: at.course, lesson: at.lesson } }
  ]);
  return weeksAgo(await engine.withoutName(), 6);
}

test('what was learned on another device is here as well, when it was learned, and nothing that was here is gone', async () => {
  const events = await learnedElsewhere();
  const { engine, way } = await anEngine();
  await engine.record([draft('step.completed', { step: 'b' }), draft('place.moved', { step: 'b' })]);
  expect(await engine.bringIn(events)).toBe(4);
  const row = await engine.row(progress, 'visitor|one');
  expect(Object.keys(row?.steps ?? {}).sort()).toEqual(['a', 'b']);
  expect(row?.completedAt).toBe(events.find(({ type }) => type === 'lesson.completed')?.at);
  // Where somebody was last is where they were last: here.
  expect(await engine.row(place, 'visitor')).toMatchObject({ step: 'b' });
  expect(JSON.stringify(await engine.rows(notes, { prefix: 'visitor|' }))).toContain('Brille');
  await engine.exchange();
  expect(way.requests.flatMap((request) => request.events)).toEqual([]);
});

test('what comes twice counts once', async () => {
  const events = await learnedElsewhere();
  const { engine } = await anEngine();
  await engine.bringIn(events);
  expect(await engine.bringIn([...events, ...events])).toBe(0);
  expect(await engine.withoutName()).toHaveLength(4);
});

test('a deed of a clock that runs ahead is of now, and what is done here afterwards is later than that', async () => {
  const [event] = await learnedElsewhere();
  const { engine } = await anEngine();
  const ahead = { ...(event ?? expect.fail()), at: stamped(engineStart * 2) };
  await engine.bringIn([ahead]);
  const [kept] = await engine.withoutName();
  expect(Math.abs(stampMs(kept?.at ?? '') - engineStart)).toBeLessThan(60_000);
  const [next] = await engine.record(draft('place.moved'));
  expect((next?.at ?? '') > (kept?.at ?? '')).toBe(true);
});

test("what bears a name, is a family's, or is not known here is passed over", async () => {
  const [event] = await learnedElsewhere();
  const one = event ?? expect.fail();
  const { engine } = await anEngine();
  const foreign: SyncEvent[] = [
    { ...one, stream: 'progress/anna' },
    { ...one, by: 'person/anna' },
    { ...one, stream: 'family/visitor' },
    { ...one, stream: 'learner/visitor' },
    { ...one, type: 'moon.landed' },
    { ...one, data: { lesson: 'one' } }
  ];
  for (const wrong of foreign) expect(await engine.bringIn([wrong]), JSON.stringify(wrong)).toBe(0);
  expect(await engine.bringIn([one])).toBe(1);
});
