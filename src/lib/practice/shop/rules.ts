import type { Control, Guide, HelpAction, Line, Rules } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, takeBack, undoLine } from '../undo.ts';
import { info, told } from '../saying.ts';
import { barItems, paramsSchema, signsOf, type ShopParams } from './pages.ts';
import { isEnough, itemAt, pageOf, pageWith, start, type ShopAction, type ShopState } from './state.ts';

export { paramsSchema };

function reduce(state: ShopState, action: ShopAction | HelpAction): ShopState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'go':
      return went(state, action.page);
    case 'look':
      return looked(state, action.at);
    case 'buy':
    case 'leave':
      return decided(state, action.type);
    case 'undo':
      return takeBack(state);
  }
}

function went(state: ShopState, page: string): ShopState {
  if (!state.params.pages.some(({ id }) => id === page)) return state;
  const words = info('practice-shop.on', { page: state.params.texts.pages[page] ?? page });
  return say(page === state.now.page ? state : did(state, { page }), words);
}

/** Looking is never wrong: a sign is noted, everything else is explained. */
function looked(state: ShopState, at: string): ShopState {
  const { params, now } = state;
  if (!barItems(params).some(({ id }) => id === at) && !itemAt(state, at)) return state;
  const why = params.texts.why[at];
  const isSign = signsOf(params).includes(at);
  if (!isSign) return say(state, told(why, at === 'lock' ? 'again' : 'info'));
  if (now.found.includes(at)) return say(state, told(why, 'info'));
  const next = did(state, { found: [...now.found, at] });
  return forward(next, params.help, told(why, 'good'));
}

function decided(state: ShopState, verdict: 'buy' | 'leave'): ShopState {
  const { params, now } = state;
  if (now.decided) return state;
  if (!isEnough(state))
    return say(state, info('practice-shop.signsFirst', { found: now.found.length, need: params.need }));
  if (verdict !== params.verdict) return miss(state, params.help, told(params.texts[verdict], 'again'));
  return forward(did(state, { decided: true }), params.help, told(params.texts[verdict], 'good'));
}

function guide(state: ShopState): Guide<ShopAction> | undefined {
  const { params, now } = state;
  if (now.decided) return undefined;
  if (isEnough(state))
    return { action: { type: params.verdict }, saying: info(`practice-shop.guide.${params.verdict}`) };
  const sign = signsOf(params).find((one) => !now.found.includes(one)) ?? '';
  const page = pageWith(state, sign);
  if (page !== undefined && page !== now.page)
    return {
      action: { type: 'go', page },
      saying: info('practice.guide.tap', { name: params.texts.pages[page] ?? page })
    };
  const name = sign === 'address' ? params.address : (params.texts.items[sign] ?? sign);
  return { action: { type: 'look', at: sign }, saying: info('practice-shop.guide.look', { name }) };
}

type ShopLine = Line<ShopAction>;

function lines(state: ShopState): ShopLine[] {
  const { params, now } = state;
  const { texts } = params;
  const noted = (at: string): Pick<ShopLine, 'value'> =>
    now.found.includes(at) ? { value: info('practice-shop.noted') } : {};
  return [
    { id: 'shop', words: texts.name, value: texts.slogan },
    { id: 'lock', words: info('practice-shop.lock'), action: { type: 'look', at: 'lock' } },
    {
      id: 'address',
      words: info('practice-shop.address', { address: params.address }),
      ...noted('address'),
      action: { type: 'look', at: 'address' }
    },
    ...(pageOf(state)?.items ?? []).map<ShopLine>(({ id }) => ({
      id,
      words: texts.items[id] ?? id,
      ...noted(id),
      action: { type: 'look', at: id }
    })),
    ...params.pages.map<ShopLine>(({ id }) => ({
      id: `page-${id}`,
      words: info('practice-shop.page', { page: texts.pages[id] ?? id }),
      ...(id === now.page && { value: info('practice-shop.here') }),
      action: { type: 'go', page: id }
    })),
    ...(['buy', 'leave'] as const).map<ShopLine>((id) => ({
      id,
      words: info(`practice-shop.${id}`),
      action: { type: id }
    })),
    undoLine
  ];
}

function control(action: ShopAction): Control {
  switch (action.type) {
    case 'go':
      return { id: `page-${action.page}` };
    case 'look':
      return { id: `look-${action.at}` };
    default:
      return { id: action.type };
  }
}

const reached = (state: ShopState): number => (state.now.decided ? 2 : isEnough(state) ? 1 : 0);

/** The pretend shop: look round, note what speaks for or against it, then buy or leave. */
export const shop: Rules<ShopParams, ShopState, ShopAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, reached(state), guide(state)),
  solve: (params) => follow(start(params), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: ShopParams): Control[] => controlsOf(shop, params);
