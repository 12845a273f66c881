import type { Control, HelpAction, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { again, info } from '../saying.ts';
import { looksReal } from '../typed.ts';
import { control, guide, lines } from './guide.ts';
import { isMet, isOn, nameOf, start, stepOf, type Settled, type SettingsAction, type SettingsState } from './state.ts';
import { leafAt, menuOf, paramsSchema, type SettingsParams } from './tree.ts';

export { paramsSchema };

function reduce(state: SettingsState, action: SettingsAction | HelpAction): SettingsState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'open':
      return opened(state, action.menu);
    case 'back':
      return wentBack(state);
    case 'search':
      return looksReal(action.query)
        ? say({ ...state, query: '' }, again('practice.frame.noRealData'))
        : { ...state, query: action.query.slice(0, 40) };
    case 'toggle':
      return toggled(state, action.at);
    case 'step':
      return stepped(state, action.at, action.by);
    case 'choose':
      return chosen(state, action.at, action.option);
    case 'read':
      return told(
        { ...state, lastRead: action.at },
        action.at,
        info('practice.settings.fact', {
          name: nameOf(state, action.at),
          fact: state.params.texts.facts[action.at] ?? ''
        })
      );
    case 'visit':
      return visited(state, action.network);
    case 'join':
      return joined(state, action.network, action.password);
    case 'undo':
      return undone(state);
  }
}

function opened(state: SettingsState, menu: string): SettingsState {
  const next: SettingsState = { ...state, menu, network: undefined, query: '' };
  const place = nameOf(state, menu);
  const goal = state.params.goals[state.reached];
  if (!goal || menuOf(state.params, goal.at)?.id === menu) return say(next, info('practice.settings.in', { place }));
  return miss(next, state.params.help, again('practice.settings.lost', { place }));
}

function wentBack(state: SettingsState): SettingsState {
  if (state.query !== '') return { ...state, query: '' };
  if (state.network !== undefined && state.menu !== undefined)
    return say({ ...state, network: undefined }, info('practice.settings.in', { place: nameOf(state, state.menu) }));
  return say({ ...state, menu: undefined, network: undefined }, info('practice.settings.atStart'));
}

/** The state with one setting changed, and the way back kept. */
function changed(state: SettingsState, change: Partial<Settled>): SettingsState {
  const before: Settled = { values: state.values, joined: state.joined };
  return { ...state, ...change, past: [...state.past, before] };
}

/**
 * After a change or a look: a step forward when the open goal is met, otherwise plain words about what happened; a change
 * that nobody asked for is named together with the way back.
 */
function told(state: SettingsState, at: string, words: Saying): SettingsState {
  const { goals } = state.params;
  const goal = goals[state.reached];
  if (!goal) return say(state, words);
  if (isMet(state, goal)) return reachedGoal(state, words);
  if (goal.at === at || state.lastRead === at || leadsToNetwork(state, at)) return say(state, words);
  return miss(state, state.params.help, { ...words, tone: 'again' });
}

/** A later goal may be met already: then it is reached as well, and nobody has to do it twice. */
function reachedGoal(state: SettingsState, words: Saying): SettingsState {
  const { goals, help } = state.params;
  let reached = state.reached + 1;
  for (let next = goals[reached]; next && next.want !== 'read' && isMet(state, next); next = goals[reached])
    reached += 1;
  return forward({ ...state, reached }, help, { ...words, tone: 'good' });
}

function leadsToNetwork({ params, reached }: SettingsState, at: string): boolean {
  const goal = params.goals[reached];
  return goal?.want === 'joined' && menuOf(params, goal.at) === menuOf(params, at);
}

function toggled(state: SettingsState, at: string): SettingsState {
  if (leafAt(state.params, at)?.kind !== 'switch') return state;
  const on = !isOn(state, at);
  const next = changed(state, { values: { ...state.values, [at]: on } });
  // A radio that is off holds no network.
  const leaves = !on && state.joined !== undefined && menuOf(state.params, state.joined) === menuOf(state.params, at);
  const settled = leaves ? { ...next, joined: undefined } : next;
  return told(
    settled,
    at,
    info(on ? 'practice.settings.turnedOn' : 'practice.settings.turnedOff', { name: nameOf(state, at) })
  );
}

function stepped(state: SettingsState, at: string, by: 1 | -1): SettingsState {
  const leaf = leafAt(state.params, at);
  if (leaf?.kind !== 'steps') return state;
  const name = nameOf(state, at);
  const step = stepOf(state, at) + by;
  if (step < 1) return say(state, info('practice.settings.least', { name }));
  if (step > leaf.most) return say(state, info('practice.settings.most', { name }));
  const next = changed(state, { values: { ...state.values, [at]: step } });
  return told(next, at, info('practice.settings.stepNow', { name, step, most: leaf.most }));
}

function chosen(state: SettingsState, at: string, option: string): SettingsState {
  const leaf = leafAt(state.params, at);
  if (leaf?.kind !== 'choice' || !leaf.options.includes(option)) return state;
  const next = changed(state, { values: { ...state.values, [at]: option } });
  return told(next, at, info('practice.settings.chosen', { name: nameOf(state, at), option: nameOf(state, option) }));
}

function visited(state: SettingsState, network: string): SettingsState {
  const leaf = leafAt(state.params, network);
  if (leaf?.kind !== 'network') return state;
  const name = nameOf(state, network);
  const next: SettingsState = { ...state, network };
  if (state.joined === network) return say(next, info('practice.settings.alreadyJoined', { name }));
  if (leaf.own)
    return say(next, info(leaf.password ? 'practice.settings.askPassword' : 'practice.settings.askJoin', { name }));
  return miss(
    next,
    state.params.help,
    again(leaf.password ? 'practice.settings.foreignLocked' : 'practice.settings.foreignOpen', { name })
  );
}

function joined(state: SettingsState, network: string, written: string): SettingsState {
  const leaf = leafAt(state.params, network);
  if (leaf?.kind !== 'network') return state;
  const { help } = state.params;
  const name = nameOf(state, network);
  const wanted = leaf.password ?? '';
  const given = written.trim();
  if (!leaf.own && wanted !== '') return miss(state, help, again('practice.settings.foreignLocked', { name }));
  if (given !== wanted) return miss(state, help, again(refusal(given, wanted)));
  const next = changed({ ...state, network: undefined }, { joined: network });
  if (!leaf.own) return miss(next, help, again('practice.settings.joinedForeign', { name }));
  return told(next, network, info('practice.settings.joinedOwn', { name }));
}

function refusal(given: string, wanted: string): Saying['key'] {
  if (given === '') return 'practice.settings.passwordEmpty';
  if (given.toLowerCase() === wanted.toLowerCase()) return 'practice.settings.passwordCase';
  if (given.replace(/\s/g, '').toLowerCase() === wanted.toLowerCase()) return 'practice.settings.passwordBlank';
  return 'practice.settings.passwordOther';
}

function undone(state: SettingsState): SettingsState {
  const before = state.past.at(-1);
  if (!before) return say(state, info('practice.nothingToUndo'));
  return say({ ...state, ...before, past: state.past.slice(0, -1) }, info('practice.undone'));
}

/** The pretend settings screen: a tree of settings, goals in it, and every change can be taken back. */
export const settings: Rules<SettingsParams, SettingsState, SettingsAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.reached, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: SettingsParams): Control[] => controlsOf(settings, params);
