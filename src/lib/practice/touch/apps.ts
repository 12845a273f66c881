import * as v from 'valibot';
import type { Guide, HelpAction, Line, Rules, Told } from '../contract.ts';
import { reversible } from '../reversible.ts';
import { follow, forward, helpWith, miss, say, untold, verdictOf } from '../telling.ts';
import { help, id, labels, texts, unnamed } from '../words.ts';

const appsAPage = 6;

const goal = v.variant('do', [
  v.strictObject({ do: v.literal('open'), app: id }),
  v.strictObject({ do: v.literal('home') }),
  v.strictObject({ do: v.literal('close'), app: id })
]);

export const appsParams = v.pipe(
  v.strictObject({
    mode: v.literal('apps'),
    help,
    /** Names of pictures, in the order of the home screen; six on a page. */
    apps: v.pipe(v.array(id), v.minLength(2)),
    goals: v.pipe(v.array(goal), v.minLength(1)),
    texts: v.strictObject({
      ...texts,
      labels,
      /** What stands in an app once it is open: one sentence each. */
      inside: labels
    })
  }),
  v.forward(
    v.check(
      ({ goals, apps: known }) => goals.every((one) => one.do === 'home' || known.includes(one.app)),
      'A goal names an app that is not in "apps".'
    ),
    ['goals']
  ),
  v.forward(
    v.check(({ goals, texts: { asks } }) => goals.length === asks.length, 'Write one sentence for each goal.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check(
      ({ apps: known, texts: { labels: words } }) => unnamed(known, words).length === 0,
      'An app has no word here.'
    ),
    ['texts', 'labels']
  ),
  v.forward(
    v.check(
      ({ apps: known, texts: { inside } }) => unnamed(known, inside).length === 0,
      'An app has no sentence here.'
    ),
    ['texts', 'inside']
  )
);

type Params = v.InferOutput<typeof appsParams>;
type Goal = v.InferOutput<typeof goal>;

export type AppsAction =
  | { type: 'open'; app: string }
  | { type: 'home' }
  | { type: 'turn'; to: 'next' | 'previous' }
  | { type: 'overview' }
  | { type: 'close'; app: string };

export interface AppsState extends Told {
  mode: 'apps';
  params: Params;
  reached: number;
  /** What fills the pretend screen: the home screen, the overview of open apps, or one app. */
  at: 'home' | 'overview' | { app: string };
  page: number;
  /** Apps that run, the last one opened first. */
  running: string[];
}

/** How many pages the home screen has. */
export const pagesOf = ({ apps: all }: Params): number => Math.ceil(all.length / appsAPage);

/** The apps on the page of the home screen that shows. */
export const appsShown = ({ params, page }: AppsState): string[] =>
  params.apps.slice(page * appsAPage, (page + 1) * appsAPage);

const open = ({ params, reached }: AppsState): Goal | undefined => params.goals[reached];

function start(params: Params): AppsState {
  return { ...untold(params.help), mode: 'apps', params, reached: 0, at: 'home', page: 0, running: [] };
}

function reduce(state: AppsState, action: AppsAction | HelpAction): AppsState {
  const { params, page } = state;
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'open':
      return opened(state, action.app);
    case 'home':
      return wentHome(state);
    case 'turn': {
      const wanted = page + (action.to === 'next' ? 1 : -1);
      const next = Math.min(pagesOf(params) - 1, Math.max(0, wanted));
      return next === page
        ? say(state, { key: 'practice.touch.noPage', tone: 'info' })
        : say(
            { ...state, page: next },
            { key: 'practice.touch.page', values: { page: next + 1, pages: pagesOf(params) }, tone: 'info' }
          );
    }
    case 'overview':
      return say({ ...state, at: 'overview' }, { key: 'practice.touch.overview', tone: 'info' });
    case 'close':
      return closed(state, action.app);
  }
}

function opened(state: AppsState, app: string): AppsState {
  const { params, running } = state;
  const name = params.texts.labels[app] ?? app;
  const next: AppsState = { ...state, at: { app }, running: [app, ...running.filter((other) => other !== app)] };
  const goalNow = open(state);
  if (goalNow?.do === 'open' && goalNow.app === app)
    return forward({ ...next, reached: state.reached + 1 }, params.help, {
      key: 'practice.touch.opened',
      values: { name },
      tone: 'good'
    });
  return miss(next, params.help, { key: 'practice.touch.otherApp', values: { name }, tone: 'again' });
}

function wentHome(state: AppsState): AppsState {
  const next: AppsState = { ...state, at: 'home' };
  if (open(state)?.do === 'home')
    return forward({ ...next, reached: state.reached + 1 }, state.params.help, {
      key: 'practice.touch.home',
      tone: 'good'
    });
  return say(next, { key: 'practice.touch.atHome', tone: 'info' });
}

function closed(state: AppsState, app: string): AppsState {
  const { params, running } = state;
  const name = params.texts.labels[app] ?? app;
  const next: AppsState = { ...state, running: running.filter((other) => other !== app) };
  const goalNow = open(state);
  if (goalNow?.do === 'close' && goalNow.app === app)
    return forward({ ...next, reached: state.reached + 1 }, params.help, {
      key: 'practice.touch.closed',
      values: { name },
      tone: 'good'
    });
  return say(next, { key: 'practice.touch.closedOther', values: { name }, tone: 'info' });
}

function guide(state: AppsState): Guide<AppsAction> | undefined {
  const goalNow = open(state);
  if (!goalNow) return undefined;
  if (goalNow.do === 'home') return { action: { type: 'home' }, saying: { key: 'practice.guide.home', tone: 'info' } };
  if (goalNow.do === 'close') return guideToClose(state, goalNow.app);
  return guideToOpen(state, goalNow.app);
}

function guideToOpen(state: AppsState, app: string): Guide<AppsAction> {
  if (state.at !== 'home') return { action: { type: 'home' }, saying: { key: 'practice.guide.home', tone: 'info' } };
  const pageOfApp = Math.floor(state.params.apps.indexOf(app) / appsAPage);
  if (pageOfApp > state.page)
    return { action: { type: 'turn', to: 'next' }, saying: { key: 'practice.guide.nextPage', tone: 'info' } };
  if (pageOfApp < state.page)
    return { action: { type: 'turn', to: 'previous' }, saying: { key: 'practice.guide.previousPage', tone: 'info' } };
  return {
    action: { type: 'open', app },
    saying: { key: 'practice.guide.tap', values: { name: state.params.texts.labels[app] ?? app }, tone: 'info' }
  };
}

function guideToClose(state: AppsState, app: string): Guide<AppsAction> {
  const name = state.params.texts.labels[app] ?? app;
  // An app that was closed by the way is opened once more: no scene ends in a dead end.
  if (!state.running.includes(app)) return guideToOpen(state, app);
  if (state.at !== 'overview')
    return { action: { type: 'overview' }, saying: { key: 'practice.guide.overview', tone: 'info' } };
  return {
    action: { type: 'close', app },
    saying: { key: 'practice.guide.close', values: { name }, tone: 'info' }
  };
}

const homeKey: Line<AppsAction> = {
  id: 'key-home',
  words: { key: 'practice.touch.keyHome', tone: 'info' },
  action: { type: 'home' }
};
const overviewKey: Line<AppsAction> = {
  id: 'key-overview',
  words: { key: 'practice.touch.keyOverview', tone: 'info' },
  action: { type: 'overview' }
};
const turnKeys: Line<AppsAction>[] = [
  {
    id: 'page-previous',
    words: { key: 'practice.touch.previousPage', tone: 'info' },
    action: { type: 'turn', to: 'previous' }
  },
  { id: 'page-next', words: { key: 'practice.touch.nextPage', tone: 'info' }, action: { type: 'turn', to: 'next' } }
];

function lines(state: AppsState): Line<AppsAction>[] {
  const { params } = state;
  const turns = state.at === 'home' && pagesOf(params) > 1 ? turnKeys : [];
  return [...linesInside(state), ...turns, homeKey, overviewKey];
}

function linesInside(state: AppsState): Line<AppsAction>[] {
  const { params, at, running } = state;
  const named = (app: string): string => params.texts.labels[app] ?? app;
  if (at === 'home')
    return appsShown(state).map((app) => ({ id: app, words: named(app), action: { type: 'open', app } }));
  if (at === 'overview')
    return running.map((app) => ({
      id: `close-${app}`,
      words: { key: 'practice.touch.closeApp', values: { name: named(app) }, tone: 'info' },
      action: { type: 'close', app }
    }));
  return [{ id: `inside-${at.app}`, words: params.texts.inside[at.app] ?? named(at.app) }];
}

const one: Rules<Params, AppsState, AppsAction> = {
  paramsSchema: appsParams,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.reached, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control: (action) => {
    switch (action.type) {
      case 'open':
        return { id: action.app };
      case 'close':
        return { id: `close-${action.app}` };
      case 'turn':
        return { id: `page-${action.to}` };
      case 'home':
        return { id: 'key-home' };
      case 'overview':
        return { id: 'key-overview' };
    }
  }
};

/** Mode `apps`: a home screen; open the named app, find back to the start, close an app. */
export const apps = reversible(one);
