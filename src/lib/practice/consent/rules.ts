import type { Control, HelpAction, Rules } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, takeBack } from '../undo.ts';
import { again, good, info } from '../saying.ts';
import { control, guide, lines } from './guide.ts';
import { paramsSchema, type ConsentParams } from './rounds.ts';
import {
  currentOf,
  hasNext,
  isThrough,
  neededIn,
  opening,
  showsDeny,
  start,
  staysOn,
  wrongIn,
  type ConsentAction,
  type ConsentState,
  type Layer
} from './state.ts';

export { paramsSchema };

/** Where each thing can be done; elsewhere it does nothing. */
const places: Readonly<Record<Exclude<ConsentAction['type'], 'undo'>, readonly Layer[]>> = {
  accept: ['banner', 'settings'],
  deny: ['banner'],
  settings: ['banner', 'closed'],
  back: ['settings'],
  toggle: ['settings'],
  save: ['settings'],
  allow: ['dialogs'],
  refuse: ['dialogs'],
  next: ['closed']
};

function reduce(state: ConsentState, action: ConsentAction | HelpAction): ConsentState {
  if (action.type === 'help') return helpWith(state, guide(state));
  if (action.type === 'undo') return takeBack(state);
  return places[action.type].includes(state.now.layer) ? done(state, action) : state;
}

function done(state: ConsentState, action: Exclude<ConsentAction, { type: 'undo' }>): ConsentState {
  const { round } = currentOf(state);
  const isPage = round.screen === 'cookie';
  switch (action.type) {
    case 'accept':
      return isPage ? accepted(state) : state;
    case 'deny':
      return showsDeny(round) ? denied(state) : state;
    case 'settings':
      return isPage ? say(did(state, { layer: 'settings' }), info('practice-consent.atSettings')) : state;
    case 'back':
      return isPage ? say(did(state, { layer: 'banner' }), info('practice-consent.atBanner')) : state;
    case 'toggle':
      return toggled(state, action.purpose);
    case 'save':
      return saved(state);
    case 'allow':
      return answered(state, true);
    case 'refuse':
      return answered(state, false);
    case 'next':
      return nextRound(state);
  }
}

function accepted(state: ConsentState): ConsentState {
  const { round } = currentOf(state);
  const next = did(state, { layer: 'closed', on: round.purposes.map(({ id }) => id) });
  return miss(next, state.params.help, again('practice-consent.accepted', { count: round.firms }));
}

function denied(state: ConsentState): ConsentState {
  const next = did(state, { layer: 'closed', on: neededIn(currentOf(state).round) });
  return forward(next, state.params.help, good('practice-consent.denied'));
}

function toggled(state: ConsentState, id: string): ConsentState {
  const { round, words } = currentOf(state);
  const name = words.purposes[id]?.name;
  if (name === undefined) return state;
  if (staysOn(round, id)) return say(state, info('practice-consent.locked'));
  const isOn = state.now.on.includes(id);
  const on = isOn ? state.now.on.filter((one) => one !== id) : [...state.now.on, id];
  return say(did(state, { on }), info(isOn ? 'practice.settings.turnedOff' : 'practice.settings.turnedOn', { name }));
}

/** Saving more than is needed, or less, leaves the switches open: the answer names the first one and why. */
function saved(state: ConsentState): ConsentState {
  const { round, words } = currentOf(state);
  const { help } = state.params;
  const { extra, missing } = wrongIn(round, state.now.on);
  const wrong = missing ?? extra;
  const purpose = wrong === undefined ? undefined : words.purposes[wrong];
  if (purpose === undefined) return forward(did(state, { layer: 'closed' }), help, good('practice-consent.saved'));
  const key = missing === undefined ? 'practice-consent.stillOn' : 'practice-consent.stillOff';
  return miss(state, help, again(key, purpose));
}

function answered(state: ConsentState, allows: boolean): ConsentState {
  const { round, words } = currentOf(state);
  const { help } = state.params;
  const { asked, on } = state.now;
  const purpose = round.purposes[asked];
  if (!purpose) return state;
  const why = words.purposes[purpose.id]?.why ?? '';
  if (allows !== purpose.needed)
    return miss(state, help, again(allows ? 'practice-consent.tooMuch' : 'practice-consent.tooLittle', { why }));
  const isLast = asked + 1 === round.purposes.length;
  const next = did(state, {
    on: allows ? [...on, purpose.id] : on.filter((one) => one !== purpose.id),
    asked: asked + 1,
    layer: isLast ? 'closed' : 'dialogs'
  });
  return forward(next, help, good(allows ? 'practice-consent.allowed' : 'practice-consent.refused', { why }));
}

function nextRound(state: ConsentState): ConsentState {
  if (!isThrough(state) || !hasNext(state)) return state;
  const next = did(state, opening(state.params, state.now.round + 1));
  return say(next, info('practice-consent.opened', { name: currentOf(next).words.name }));
}

/** Cookie banners and what an app may do: only what is needed ends up on. */
export const consent: Rules<ConsentParams, ConsentState, ConsentAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  control,
  judge: (state) =>
    verdictOf(state, state.params.texts.asks, state.now.round + (isThrough(state) ? 1 : 0), guide(state)),
  solve: (params) => follow(start(params), guide, reduce)
};

/** The controls that solve a scene, in order. */
export const controls = (params: ConsentParams): Control[] => controlsOf(consent, params);
