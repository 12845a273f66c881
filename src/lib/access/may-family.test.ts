import { describe, expect, test } from 'vitest';
import { anEvent } from '../../../tests/support/events';
import { facts, now, tablet } from '../../../tests/support/may-facts';
import type { Actor, TokenFound } from './facts';
import { mayRead, mayWrite } from './may';

const sealed = (by = 'device/d1') => anEvent({ stream: 'family/f1', type: 'family.sealed', by, data: {} });
const actors: readonly Actor[] = [
  { kind: 'visitor' },
  { kind: 'device', tablet },
  { kind: 'staff', staff: 'olga', role: 'office' },
  { kind: 'learner', person: 'anna', device: { id: 'own', own: true } }
];

describe("a family's stream", () => {
  test.each<[string, TokenFound | undefined, string]>([
    ['whoever shows its token writes', 'right', 'yes'],
    ['whoever shows the first token begins it', 'new', 'yes'],
    ['a wrong token writes nothing', 'wrong', 'forbidden'],
    ['without a token an entry waits', undefined, 'unauthorized']
  ])('%s, whoever else they are', (_, token, verdict) => {
    const families = new Map(token === undefined ? [] : [['f1', token] as const]);
    for (const actor of actors) expect(mayWrite(actor, sealed(), { ...facts, families }, now)).toBe(verdict);
  });

  test('devices alone write there, and a token counts for its own family', () => {
    const families = new Map([['f1', 'right'] as const]);
    for (const by of ['person/anna', 'staff/olga'])
      expect(mayWrite({ kind: 'visitor' }, sealed(by), { ...facts, families }, now)).toBe('forbidden');
    const other = { ...sealed(), stream: 'family/f2' };
    expect(mayWrite({ kind: 'visitor' }, other, { ...facts, families }, now)).toBe('unauthorized');
  });

  test('is read by whoever shows its token, and opens nothing else', () => {
    const roster = { people: new Set<string>(), meetings: new Set<string>(), families: new Set(['f1']) };
    for (const actor of actors) {
      expect(mayRead(actor, 'family/f1', roster)).toBe(true);
      for (const stream of ['family/f2', 'progress/f1', 'learner/f1', 'meeting/f1'])
        expect(mayRead(actor, stream, roster), stream).toBe(false);
    }
  });
});
