import * as v from 'valibot';
import type { Guide, HelpAction, Line, Rules, Told } from '../contract.ts';
import { shuffled } from '../chance.ts';
import { reversible } from '../reversible.ts';
import { follow, forward, helpWith, miss, say, untold, verdictOf } from '../telling.ts';
import { help, id, labels, texts, unnamed } from '../words.ts';
import { pressKind, steadyPress, type Press } from './press.ts';

/** Where on the pretend screen a lone target stands: row and column of a three by three field. */
export const places = [
  'top-start',
  'top-middle',
  'top-end',
  'middle-start',
  'middle',
  'middle-end',
  'bottom-start',
  'bottom-middle',
  'bottom-end'
] as const;

/** A target grows by a fifth for each miss, up to this size. */
const growth = 1.2;
/** Sizes are in learner's targets (`--target`, 64 px at 100 % text): 1 is the smallest that is allowed. */
const largest = 4;

const round = v.strictObject({
  target: id,
  /** Other tiles that stand around the target. */
  others: v.optional(v.array(id), []),
  size: v.pipe(v.number(), v.minValue(1, 'A target is never smaller than 1 (64 pixels).'), v.maxValue(largest)),
  place: v.optional(v.picklist(places), 'middle')
});

export const tapParams = v.pipe(
  v.strictObject({
    mode: v.literal('tap'),
    help,
    rounds: v.pipe(v.array(round), v.minLength(1)),
    texts: v.strictObject({ ...texts, labels })
  }),
  v.forward(
    v.check(({ rounds, texts: { asks } }) => rounds.length === asks.length, 'Write one sentence for each round.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ rounds, texts: { labels: words } }) =>
        rounds.every(({ target, others }) => unnamed([target, ...others], words).length === 0),
      'A picture of a round has no word here.'
    ),
    ['texts', 'labels']
  )
);

type Params = v.InferOutput<typeof tapParams>;

export type TapAction = { type: 'press'; on: string } & Press;

export interface TapState extends Told {
  mode: 'tap';
  params: Params;
  seed: number;
  round: number;
  /** How often the target of this round has grown. */
  grown: number;
}

/** The tiles of the open round, in the order in which they stand, and the target's size now, in learner's targets. */
export function stage({ params, seed, round: index, grown }: TapState): {
  tiles: string[];
  target: string | undefined;
  size: number;
  place: (typeof places)[number];
} {
  const open = params.rounds[index];
  if (!open) return { tiles: [], target: undefined, size: 1, place: 'middle' };
  return {
    tiles: shuffled([open.target, ...open.others], seed + index),
    target: open.target,
    size: Math.min(largest, open.size * growth ** grown),
    place: open.place
  };
}

function start(params: Params, seed: number): TapState {
  return { ...untold(params.help), mode: 'tap', params, seed, round: 0, grown: 0 };
}

function reduce(state: TapState, action: TapAction | HelpAction): TapState {
  const { target } = stage(state);
  if (target === undefined) return state;
  if (action.type === 'help') return helpWith(state, guide(state));
  const kind = pressKind(action);
  if (kind === 'ignored') return state;
  if (kind === 'slip') return say(state, { key: 'practice.touch.slipped', tone: 'again' });
  if (kind === 'long') return say(state, { key: 'practice.touch.long', tone: 'again' });
  if (action.on === target) return hit(state);
  const grown = { ...state, grown: state.grown + 1 };
  const other = state.params.texts.labels[action.on];
  return miss(
    grown,
    state.params.help,
    other
      ? { key: 'practice.touch.otherTile', values: { name: other }, tone: 'again' }
      : { key: 'practice.touch.beside', tone: 'again' }
  );
}

function hit(state: TapState): TapState {
  const moved = { ...state, round: state.round + 1, grown: 0 };
  return forward(moved, state.params.help, {
    key: 'practice.touch.hit',
    values: { hits: moved.round, rounds: state.params.rounds.length },
    tone: 'good'
  });
}

function guide(state: TapState): Guide<TapAction> | undefined {
  const { target } = stage(state);
  if (target === undefined) return undefined;
  return {
    action: { type: 'press', on: target, ...steadyPress },
    saying: { key: 'practice.guide.tap', values: { name: state.params.texts.labels[target] ?? target }, tone: 'info' }
  };
}

function lines(state: TapState): Line<TapAction>[] {
  return stage(state).tiles.map((tile) => ({
    id: tile,
    words: state.params.texts.labels[tile] ?? tile,
    action: { type: 'press', on: tile, ...steadyPress }
  }));
}

const one: Rules<Params, TapState, TapAction> = {
  paramsSchema: tapParams,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.round, guide(state)),
  solve: (params) => follow(start(params, 0), guide, reduce),
  control: ({ on }) => ({ id: on })
};

/** Mode `tap`: rounds with a target that gets smaller and changes its place. Counts hits, never speed. */
export const tap = reversible(one);
