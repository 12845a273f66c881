import fc from 'fast-check';
import { parse as valid } from 'valibot';
import { describe, expect, it } from 'vitest';
import { readScene, scenes } from '../../../tests/support/scenes';
import { agreement } from './agreement/rules';
import { bank } from './bank/rules';
import { call } from './call/rules';
import { chat } from './chat/rules';
import { lootbox } from './lootbox/rules';
import { parental } from './parental/rules';
import { qr } from './qr/rules';
import { sensor } from './sensor/rules';
import { shop } from './shop/rules';
import { timeplan } from './timeplan/rules';
import type { HelpAction, Rules } from './contract';
import type { Undoable } from './undo';

/** A kind whose steps can be taken back, and its scenes in German. */
interface Case<Params, State extends Undoable<object>, Action> {
  rules: Rules<Params, State, Action>;
  scenes: Params[];
  undo: NoInfer<Action>;
}

interface Named {
  type: string;
}

const scenesOf = <Params>(
  kind: string,
  { paramsSchema }: Pick<Rules<Params, never, never>, 'paramsSchema'>
): Params[] =>
  scenes.filter((one) => one.kind === kind).map(({ scene }) => valid(paramsSchema, readScene(kind, scene, 'de')));

/** What chance can do: any line of the list, with right and wrong words in its field, help, or the way back. */
function doable<Params, State extends Undoable<object>, Action extends Named>(
  { rules, undo }: Case<Params, State, Action>,
  state: State
): (Action | HelpAction)[] {
  const typings = ['', 'irgendetwas', 'DE89 3704 0044 0532 0130 00'];
  const next = rules.guide(state);
  const known = rules.lines(state).flatMap(({ action, write }) => (write ? typings.map(write.action) : (action ?? [])));
  return [...known, undo, { type: 'help' }, ...(next ? [next.action] : [])];
}

function holds<Params, State extends Undoable<object>, Action extends Named>(one: Case<Params, State, Action>): void {
  const { rules, scenes, undo } = one;
  const choices = fc.array(fc.nat(1000), { maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom(...scenes), fc.nat(), choices, (params, seed, chosen) => {
      let state = rules.start(params, seed);
      for (const choice of chosen) {
        const actions = doable(one, state);
        const action = actions[choice % actions.length];
        if (action === undefined) continue;
        const next = rules.reduce(state, action);
        const verdict = rules.judge(next);
        expect(verdict.done).toBe(rules.guide(next) === undefined);
        expect(verdict.done || verdict.ask !== '').toBe(true);
        // What was done can be taken back, and nothing changes that cannot.
        if (action.type !== undo.type)
          expect(next.past.length > state.past.length ? rules.reduce(next, undo).now : next.now).toEqual(state.now);
        state = next;
      }
      for (let moves = 0; moves < 200; moves += 1) {
        const move = rules.guide(state);
        if (move) state = rules.reduce(state, move.action);
      }
      expect(rules.judge(state).done).toBe(true);
      for (let steps = state.past.length; steps > 0; steps -= 1) state = rules.reduce(state, undo);
      expect(state.now).toEqual(rules.start(params, seed).now);
    }),
    { numRuns: 1000 }
  );
}

describe('whatever is done in any order, it stays valid, can be taken back step by step, and leads to the end', () => {
  it('agreement', () => holds({ rules: agreement, scenes: scenesOf('agreement', agreement), undo: { type: 'undo' } }));
  it('bank', () => holds({ rules: bank, scenes: scenesOf('bank', bank), undo: { type: 'undo' } }));
  it('call', () => holds({ rules: call, scenes: scenesOf('call', call), undo: { type: 'undo' } }));
  it('chat', () => holds({ rules: chat, scenes: scenesOf('chat', chat), undo: { type: 'undo' } }));
  it('lootbox', () => holds({ rules: lootbox, scenes: scenesOf('lootbox', lootbox), undo: { type: 'undo' } }));
  it('parental', () => holds({ rules: parental, scenes: scenesOf('parental', parental), undo: { type: 'undo' } }));
  it('qr', () => holds({ rules: qr, scenes: scenesOf('qr', qr), undo: { type: 'undo' } }));
  it('sensor', () => holds({ rules: sensor, scenes: scenesOf('sensor', sensor), undo: { type: 'undo' } }));
  it('shop', () => holds({ rules: shop, scenes: scenesOf('shop', shop), undo: { type: 'undo' } }));
  it('timeplan', () => holds({ rules: timeplan, scenes: scenesOf('timeplan', timeplan), undo: { type: 'undo' } }));
});
