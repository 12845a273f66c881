import * as v from 'valibot';
import type { Guide, HelpAction, Line, Rules, Told } from '../contract.ts';
import { reversible } from '../reversible.ts';
import { info } from '../saying.ts';
import { follow, forward, helpWith, miss, untold, verdictOf } from '../telling.ts';
import { help, id, labels, texts, unnamed } from '../words.ts';

/** How many rows the buttons move the list. */
const rowsAPage = 3;
/** As many rows as fit at once; the last page shows this many. */
const rowsInView = 4;

export const scrollParams = v.pipe(
  v.strictObject({
    mode: v.literal('scroll'),
    help,
    rows: v.pipe(v.array(id), v.minLength(8, 'A list that must be scrolled has at least 8 rows.')),
    goals: v.pipe(v.array(id), v.minLength(1)),
    texts: v.strictObject({ ...texts, labels })
  }),
  v.forward(
    v.check(({ goals, rows }) => goals.every((goal) => rows.includes(goal)), 'Each goal must be one of the rows.'),
    ['goals']
  ),
  v.forward(
    v.check(({ goals, texts: { asks } }) => goals.length === asks.length, 'Write one sentence for each goal.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(({ rows, texts: { labels: words } }) => unnamed(rows, words).length === 0, 'A row has no word here.'),
    ['texts', 'labels']
  )
);

type Params = v.InferOutput<typeof scrollParams>;

export type ScrollAction =
  | { type: 'page'; to: 'down' | 'up' }
  /** A finger, wheel or key has moved the list itself: the first row that shows now. */
  | { type: 'scrolled'; top: number }
  | { type: 'choose'; row: string };

export interface ScrollState extends Told {
  mode: 'scroll';
  params: Params;
  reached: number;
  /** Index of the first row that shows. */
  top: number;
}

const lastTop = ({ rows }: Params): number => Math.max(0, rows.length - rowsInView);

function start(params: Params): ScrollState {
  return { ...untold(params.help), mode: 'scroll', params, reached: 0, top: 0 };
}

function reduce(state: ScrollState, action: ScrollAction | HelpAction): ScrollState {
  const { params, top } = state;
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'scrolled':
      return { ...state, top: Math.min(lastTop(params), Math.max(0, action.top)) };
    case 'page': {
      const wanted = top + (action.to === 'down' ? rowsAPage : -rowsAPage);
      const next = Math.min(lastTop(params), Math.max(0, wanted));
      return next === top ? atTheEnd(state, action.to) : { ...state, top: next };
    }
    case 'choose':
      return choose(state, action.row);
  }
}

function atTheEnd(state: ScrollState, to: 'down' | 'up'): ScrollState {
  const saying = { key: to === 'down' ? 'practice.touch.listEnd' : 'practice.touch.listStart', tone: 'info' } as const;
  return { ...state, saying, said: state.said + 1 };
}

function choose(state: ScrollState, row: string): ScrollState {
  const { params, reached } = state;
  if (reached >= params.goals.length) return state;
  const name = params.texts.labels[row] ?? row;
  if (row !== params.goals[reached])
    return miss(state, params.help, { key: 'practice.touch.otherRow', values: { name }, tone: 'again' });
  return forward({ ...state, reached: reached + 1 }, params.help, {
    key: 'practice.touch.found',
    values: { name },
    tone: 'good'
  });
}

function guide(state: ScrollState): Guide<ScrollAction> | undefined {
  const { params, reached, top } = state;
  const goal = params.goals[reached];
  if (goal === undefined) return undefined;
  const at = params.rows.indexOf(goal);
  if (at < top) return { action: { type: 'page', to: 'up' }, saying: { key: 'practice.guide.listUp', tone: 'info' } };
  if (at >= top + rowsInView)
    return { action: { type: 'page', to: 'down' }, saying: { key: 'practice.guide.listDown', tone: 'info' } };
  const name = params.texts.labels[goal] ?? goal;
  return {
    action: { type: 'choose', row: goal },
    saying: { key: 'practice.guide.tap', values: { name }, tone: 'info' }
  };
}

const pageKeys: Line<ScrollAction>[] = [
  { id: 'list-up', words: info('practice.touch.listUp'), action: { type: 'page', to: 'up' } },
  { id: 'list-down', words: info('practice.touch.listDown'), action: { type: 'page', to: 'down' } }
];

/** The rows that show, where they stand in the long list, and the keys that move it as a finger would. */
function lines({ params, top }: ScrollState): Line<ScrollAction>[] {
  const shown = params.rows.slice(top, top + rowsInView);
  return [
    ...shown.map((row): Line<ScrollAction> => ({
      id: row,
      words: params.texts.labels[row] ?? row,
      action: { type: 'choose', row }
    })),
    {
      id: 'where',
      words: info('practice.touch.rows', { from: top + 1, to: top + shown.length, rows: params.rows.length })
    },
    ...pageKeys
  ];
}

const one: Rules<Params, ScrollState, ScrollAction> = {
  paramsSchema: scrollParams,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.reached, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control: (action) => {
    if (action.type === 'choose') return { id: action.row };
    return { id: action.type === 'page' && action.to === 'up' ? 'list-up' : 'list-down' };
  }
};

/** Mode `scroll`: a long list of plain things; find the named row and tap it. Every way down the list is good. */
export const scroll = reversible(one, ['scrolled']);
