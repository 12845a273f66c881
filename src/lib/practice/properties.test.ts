import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { test } from 'vitest';
import { withRules, type Kept } from '../../../tests/support/practice-rules';
import { scenes } from '../../../tests/support/scenes';
import type { HelpAction, Rules, Told } from './contract';

/** Runs of each kind, shared by its scenes. */
const runsOfKind = 1200;
const runsOf = (kind: string): number => Math.ceil(runsOfKind / scenes.filter((one) => one.kind === kind).length);

/** More moves than any way out needs. */
const mostMoves = 300;

/** What a person could type, and should not: it must be nowhere afterwards. */
const secrets = ['DE89 3704 0044 0532 0130 00', 'hannelore@post.de', '0251 123456', '4111 1111 1111 1111'];

/** What is only told, and no part of a step. */
const toldParts = new Set(['before', 'misses', 'guided', 'helped', 'saying', 'said']);

/** What stands there now: what can be taken back, or where that is the whole state, all of it. */
function standing(state: Kept): unknown {
  if (state.now ?? state.past) return state.now ?? state.past;
  return Object.fromEntries(Object.entries(state).filter(([part]) => !toldParts.has(part)));
}

const hasWayBack = ({ past, before }: Kept): boolean => (past ? past.length > 0 : before !== undefined);

const hold = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** What stands on the screen of a state to be done, with several texts for each field. */
function offered<Params, State extends Told, Action>(rules: Rules<Params, State, Action>, state: State): Action[] {
  const next = rules.guide(state);
  const known = rules
    .lines(state)
    .flatMap(({ action, write }) => (write ? ['', 'irgendetwas', ...secrets].map(write.action) : (action ?? [])));
  return next ? [...known, next.action] : known;
}

/** Everything that is offered anywhere on the way to the end: done at another time, it makes no sense and must do no harm. */
function everOffered<Params, State extends Told, Action>(
  rules: Rules<Params, State, Action>,
  params: Params
): Action[] {
  const way = rules.solve(params);
  const states = way.map((_, count) => way.slice(0, count).reduce(rules.reduce, rules.start(params, 0)));
  return states.flatMap((state) => offered(rules, state));
}

/** What holds of every state: it can be judged, and read as a list in which nothing stands twice. */
function holdsState<Params, State extends Told, Action>(rules: Rules<Params, State, Action>, state: State): void {
  const { done, reached, goals, hints, ask } = rules.judge(state);
  hold(0 <= reached && reached <= goals, 'as many goals are reached as there are, at most');
  hold(done === (reached === goals), 'done is who has reached all goals');
  hold(done === (rules.guide(state) === undefined), 'there is a next move until all is done');
  hold(hints.length === (done ? 0 : 1), 'there is one hint until all is done');
  hold(ask !== '', 'there is a sentence for the open goal');
  const lines = rules.lines(state);
  hold(new Set(lines.map(({ id }) => id)).size === lines.length, 'each line of the list has a name of its own');
  hold(
    lines.every(({ words, write }) => !isDeepStrictEqual(words, write?.label)),
    'the list says the label of a field once'
  );
  const next = rules.guide(state);
  if (!next) return;
  const { write: wanted } = rules.control(next.action);
  hold(
    lines.some(({ action, write }) =>
      isDeepStrictEqual(write && wanted ? write.action(wanted.text) : action, next.action)
    ),
    'the next move stands in the list'
  );
}

/** What was done can be taken back, and nothing changes that cannot. */
function holdsUndo<State extends Kept>(before: State, after: State, undo: (state: State) => State): void {
  const isStep = after.past ? after.past.length > (before.past?.length ?? 0) : after.before === before;
  const back = isStep ? undo(after) : after;
  hold(isDeepStrictEqual(standing(back), standing(before)), 'the last step is taken back whole');
}

/** Takes back what can be taken back. */
function undone<State extends Kept>(state: State, undo: (state: State) => State): State {
  let back = state;
  for (let steps = 0; hasWayBack(back) && steps < 2 * mostMoves; steps += 1) back = undo(back);
  return back;
}

/** A list that is scrolled follows the eye: that is no step. */
const isPassing = (action: object): boolean => 'type' in action && action.type === 'scrolled';
/** What seemed real is forgotten with all that led to it. */
const isForgotten = ({ saying }: Told): boolean => saying?.key === 'practice.frame.noRealData';

function holds<Params, State extends Told & Kept, Action>(
  { rules, params }: { rules: Rules<Params, State, Action>; params: Params },
  runs: number
): void {
  const help: HelpAction = { type: 'help' };
  const pool = everOffered(rules, params);
  const first = rules.start(params, 1);
  const undoing = rules.lines(first).find(({ id }) => id === 'undo')?.action;
  if (!undoing) throw new Error('the list has no line that takes the last step back');
  const undo = (state: State): State => rules.reduce(state, undoing);

  const isHeld = (seed: number, choices: number[]): void => {
    const start = rules.start(params, seed);
    const done: (Action | HelpAction)[] = [];
    let state = start;
    let isCut = false;
    for (const choice of choices) {
      const now = offered(rules, state);
      // Half of what is done stands on the screen now, the rest stood there at another time.
      const actions = choice % 2 === 0 ? [...now, help] : pool;
      const action = actions[Math.floor(choice / 2) % actions.length] ?? help;
      const next = rules.reduce(state, action);
      holdsState(rules, next);
      const cut = isForgotten(next) && next.said > state.said && !next.past;
      isCut ||= cut;
      if (!cut && !isPassing(Object(action)) && !isDeepStrictEqual(action, undoing)) holdsUndo(state, next, undo);
      done.push(action);
      state = next;
    }
    const kept = JSON.stringify(state);
    hold(!secrets.some((secret) => kept.includes(secret)), 'nothing typed is kept');
    hold(isDeepStrictEqual(done.reduce(rules.reduce, rules.start(params, seed)), state), 'the same leads to the same');
    for (let moves = 0, next = rules.guide(state); next && moves < mostMoves; moves += 1) {
      state = rules.reduce(state, next.action);
      next = rules.guide(state);
    }
    hold(rules.judge(state).done, 'the guide leads to the end from anywhere');
    const back = undone(state, undo);
    hold(isCut || isDeepStrictEqual(standing(back), standing(start)), 'everything is taken back, up to the start');
  };

  fc.assert(fc.property(fc.nat(), fc.array(fc.nat(2000), { maxLength: 30 }), isHeld), { numRuns: runs });
}

test.each(scenes)('$kind/$scene: whatever is done, it stays valid, goes back, and leads to the end', (one) => {
  withRules({ ...one, locale: 'de' }, (rules, params) => holds({ rules, params }, runsOf(one.kind)));
});
