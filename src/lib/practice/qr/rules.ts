import type { Control, Guide, HelpAction, Line, Rules } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, takeBack, undoLine } from '../undo.ts';
import { info, told } from '../saying.ts';
import { addressParts, paramsSchema, spelled, type Poster, type QrParams } from './posters.ts';
import { posterOf, start, type QrAction, type QrState } from './state.ts';

export { paramsSchema };

function reduce(state: QrState, action: QrAction | HelpAction): QrState {
  if (action.type === 'help') return helpWith(state, guide(state));
  if (action.type === 'undo') return takeBack(state);
  const poster = posterOf(state);
  return poster ? atPoster(state, poster, action.type) : state;
}

function atPoster(state: QrState, poster: Poster, deed: Exclude<QrAction['type'], 'undo'>): QrState {
  const { params, now } = state;
  switch (deed) {
    case 'scan': {
      const words = info('practice-qr.leadsTo', { address: poster.address });
      return say(now.scanned ? state : did(state, { scanned: true }), words);
    }
    case 'spell':
      if (!now.scanned) return say(state, info('practice-qr.scanFirst'));
      return say(state, info('practice-qr.spelled', { letters: spelled(params, poster.address) }));
    case 'closer': {
      const words = told(params.texts.closer[poster.id], 'info');
      return say(now.closer ? state : did(state, { closer: true }), words);
    }
    case 'open':
    case 'leave':
      return decided(state, poster, deed);
  }
}

/** Nobody can judge a code by its looks: its address comes first. */
function decided(state: QrState, poster: Poster, verdict: Poster['verdict']): QrState {
  const { params, now } = state;
  if (!now.scanned) return say(state, info('practice-qr.scanFirst'));
  const words = params.texts[verdict][poster.id];
  if (verdict !== poster.verdict) return miss(state, params.help, told(words, 'again'));
  const next = did(state, { poster: now.poster + 1, scanned: false, closer: false });
  return forward(next, params.help, told(words, 'good'));
}

function guide(state: QrState): Guide<QrAction> | undefined {
  const poster = posterOf(state);
  if (!poster) return undefined;
  const type = state.now.scanned ? poster.verdict : 'scan';
  return { action: { type }, saying: info(`practice-qr.guide.${type}`) };
}

function lines(state: QrState): Line<QrAction>[] {
  const { params, now } = state;
  const poster = posterOf(state);
  const tap = (type: Exclude<QrAction['type'], 'undo'>): Line<QrAction> => ({
    id: type,
    words: info(`practice-qr.${type}`),
    action: { type }
  });
  if (!poster) return [undoLine];
  const { texts } = params;
  const seen: Line<QrAction>[] = now.closer ? [{ id: 'seen', words: texts.closer[poster.id] ?? '' }] : [];
  const address: Line<QrAction>[] = now.scanned
    ? [
        { id: 'address', words: info('practice-qr.leadsTo', { address: poster.address }) },
        {
          id: 'counts',
          words: info('practice-qr.counts', { counts: addressParts(poster.address).counts })
        },
        tap('spell')
      ]
    : [];
  return [
    { id: 'place', words: texts.places[poster.id] ?? poster.id },
    { id: 'poster', words: texts.posters[poster.id] ?? poster.id },
    ...seen,
    tap('closer'),
    tap('scan'),
    ...address,
    tap('open'),
    tap('leave'),
    undoLine
  ];
}

const control = ({ type }: QrAction): Control => ({ id: type });

/** The pretend camera for codes: every poster is decided after a look at its address. */
export const qr: Rules<QrParams, QrState, QrAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, state.now.poster, guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: QrParams): Control[] => controlsOf(qr, params);
