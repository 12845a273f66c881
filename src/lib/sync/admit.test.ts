import { expect, test } from 'vitest';
import { aWorld, anEvent } from '../../../tests/support/events';
import { allRooms } from '../../../tests/support/sync-server';
import { admit } from './admit';

const step = { course: 'tablet', lesson: 'one', step: 'a' };
const aStep = (data: unknown) => anEvent({ stream: 'progress/anna', type: 'step.completed', data });

test('data nested so deeply that nothing can write it is too large, and throws nothing', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  const event = aStep(deep);
  expect(admit(event, allRooms)).toEqual({ ok: false, error: { id: event.id, code: 'too-large' } });
});

test('what fits comes back with what its type knows', () => {
  expect(admit(aStep({ ...step, more: aWorld(0).now() }), allRooms)).toMatchObject({ ok: true, value: { data: step } });
});
