import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HelpAction, Rules, Told } from '../../src/lib/practice/contract';
import type { Undoable } from '../../src/lib/practice/undo';

interface Held<Params, State extends Told, Action> {
  rules: Rules<Params, State, Action>;
  /** The scenes among which chance chooses. */
  scenes: [Params, ...Params[]];
  /** Any action at all, also such as make no sense now. */
  action: fc.Arbitrary<Action>;
  undo: Action;
}

const runs = 1000;
/** More moves than any way out needs. */
const mostMoves = 300;
const secret = 'Hannelore1944';

/**
 * Holds what every practice promises, in 1,000 runs each: any actions in any order leave a state that can be judged,
 * read as a list and left; undo gives back what was there; the end can be reached from everywhere.
 */
export function holdsRules<Params, Now extends object, State extends Undoable<Now>, Action>(
  name: string,
  { rules, scenes, action, undo }: Held<Params, State, Action>
): void {
  const help: HelpAction = { type: 'help' };
  const actions = fc.array(fc.oneof({ weight: 8, arbitrary: action }, fc.constant(help)), { maxLength: 40 });
  const params = fc.constantFrom(...scenes);
  const after = (scene: Params, done: (Action | HelpAction)[], seed = 1): State =>
    done.reduce<State>((state, one) => rules.reduce(state, one), rules.start(scene, seed));

  test(`${name}: any actions in any order leave a state that can be judged and read`, () => {
    fc.assert(
      fc.property(params, actions, fc.nat(), (scene, done, seed) => {
        const state = after(scene, done, seed);
        const verdict = rules.judge(state);
        expect(verdict.reached).toBeGreaterThanOrEqual(0);
        expect(verdict.reached).toBeLessThanOrEqual(verdict.goals);
        expect(verdict.done).toBe(verdict.reached === verdict.goals);
        expect(verdict.hints.length).toBe(verdict.done ? 0 : 1);
        expect(verdict.ask).not.toBe('');
        const lines = rules.lines(state);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        for (const line of lines) {
          if (line.action) rules.reduce(state, line.action);
          if (line.write) expect(JSON.stringify(rules.reduce(state, line.write.action(secret)))).not.toContain(secret);
        }
        expect(after(scene, done, seed)).toEqual(state);
      }),
      { numRuns: runs }
    );
  });

  test(`${name}: whatever was changed can be taken back, up to the start`, () => {
    fc.assert(
      fc.property(params, actions, action, (scene, done, one) => {
        const before = after(scene, done);
        const state = rules.reduce(before, one);
        if (state.past.length > before.past.length) expect(rules.reduce(state, undo).now).toEqual(before.now);
        // What can't be taken back has changed nothing.
        if (state.past.length === before.past.length) expect(state.now).toEqual(before.now);
        const back = state.past.reduce<State>((now) => rules.reduce(now, undo), state);
        expect(back.now).toEqual(rules.start(scene, 1).now);
      }),
      { numRuns: runs }
    );
  });

  test(`${name}: the end is reached from everywhere`, () => {
    fc.assert(
      fc.property(params, actions, (scene, done) => {
        let state = after(scene, done);
        for (let moves = 0, next = rules.guide(state); next && moves < mostMoves; moves += 1) {
          state = rules.reduce(state, next.action);
          next = rules.guide(state);
        }
        expect(rules.judge(state).done).toBe(true);
      }),
      { numRuns: runs }
    );
  });
}
