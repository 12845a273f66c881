import type { Control, Guide, HelpAction, Line, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, takeBack, undoLine } from '../undo.ts';
import { info, told } from '../saying.ts';
import { eurosFor, handfuls, inBox, mostBoxes, paramsSchema, percentAfter, type LootboxParams } from './odds.ts';
import { reached, start, wishesIn, type LootboxAction, type LootboxState } from './state.ts';

export { paramsSchema };

function reduce(state: LootboxState, action: LootboxAction | HelpAction): LootboxState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'open':
      return opened(state, action.boxes);
    case 'euros':
      return revealed(state);
    case 'pick':
      return picked(state, action.pick);
    case 'undo':
      return takeBack(state);
  }
}

const nameOf = ({ params }: LootboxState, id: string): string => params.texts.things[id] ?? id;

function opened(state: LootboxState, boxes: number): LootboxState {
  const { params, now } = state;
  const total = Math.min(mostBoxes, now.opened + boxes);
  if (total === now.opened) return say(state, info('practice-lootbox.enough', { most: mostBoxes }));
  const next = did(state, { opened: total });
  const words = wordsFor(state, total);
  return now.opened < params.need && total >= params.need
    ? forward(next, params.help, { ...words, tone: 'good' })
    : say(next, words);
}

/** Luck at the beginning is named as what it is: the mean says more than one box. */
function wordsFor(state: LootboxState, total: number): Saying {
  const { params, seed, now } = state;
  const wishes = wishesIn(state, now.opened, total);
  const wish = nameOf(state, params.wish.id);
  const isLucky = wishes > 0 && total < params.need;
  if (isLucky) return info('practice-lootbox.lucky', { wish, mean: params.oneIn });
  if (total === now.opened + 1)
    return info('practice-lootbox.inBox', {
      box: total,
      thing: nameOf(state, inBox(params, seed, now.opened).id)
    });
  return info('practice-lootbox.handful', { boxes: total - now.opened, wish, wishes });
}

function revealed(state: LootboxState): LootboxState {
  const { params, now } = state;
  const words = info('practice-lootbox.inEuros', { boxes: now.opened, euros: eurosFor(params, now.opened) });
  if (now.euros) return say(state, words);
  if (now.opened < params.need)
    return say(did(state, { euros: true }), info('practice-lootbox.openMore', { need: params.need }));
  return forward(did(state, { euros: true }), params.help, { ...words, tone: 'good' });
}

function picked(state: LootboxState, id: string): LootboxState {
  const { params, now } = state;
  const pick = params.picks.find((one) => one.id === id);
  if (!pick || reached(state) < 2 || now.answered) return state;
  const words = params.texts.answers[id];
  if (!pick.ok) return miss(state, params.help, told(words, 'again'));
  return forward(did(state, { answered: true }), params.help, told(words, 'good'));
}

function guide(state: LootboxState): Guide<LootboxAction> | undefined {
  const { params } = state;
  switch (reached(state)) {
    case 0:
      return { action: { type: 'open', boxes: 10 }, saying: info('practice-lootbox.guide.open') };
    case 1:
      return { action: { type: 'euros' }, saying: info('practice-lootbox.guide.euros') };
    case 2: {
      const pick = params.picks.find(({ ok }) => ok)?.id ?? '';
      return {
        action: { type: 'pick', pick },
        saying: info('practice.guide.tap', { name: params.texts.picks[pick] ?? pick })
      };
    }
    default:
      return undefined;
  }
}

type BoxLine = Line<LootboxAction>;

function lines(state: LootboxState): BoxLine[] {
  const { params, now } = state;
  const row = (id: string, key: Saying['key'], values: Saying['values']): BoxLine => ({
    id,
    words: info(key, values)
  });
  const meter = [
    row('opened', 'practice-lootbox.meter.opened', { boxes: now.opened }),
    row('found', 'practice-lootbox.meter.found', {
      wish: nameOf(state, params.wish.id),
      wishes: wishesIn(state, 0, now.opened)
    }),
    row('chance', 'practice-lootbox.meter.chance', { percent: percentAfter(params, now.opened) }),
    row('coins', 'practice-lootbox.meter.coins', { coins: now.opened * params.coinsABox }),
    ...(now.euros ? [row('euros-spent', 'practice-lootbox.meter.euros', { euros: eurosFor(params, now.opened) })] : [])
  ];
  const keys = handfuls.map<BoxLine>((boxes) => ({
    id: `open-${boxes}`,
    words: info(`practice-lootbox.open.${boxes}`),
    action: { type: 'open', boxes }
  }));
  const answers = reached(state) === 2 ? params.picks : [];
  return [
    { id: 'game', words: params.texts.game },
    ...meter,
    ...keys,
    { id: 'euros', words: info('practice-lootbox.euros'), action: { type: 'euros' } },
    ...(answers.length > 0 ? [{ id: 'question', words: params.texts.question }] : []),
    ...answers.map<BoxLine>(({ id }) => ({
      id: `pick-${id}`,
      words: params.texts.picks[id] ?? id,
      action: { type: 'pick', pick: id }
    })),
    undoLine
  ];
}

function control(action: LootboxAction): Control {
  switch (action.type) {
    case 'open':
      return { id: `open-${action.boxes}` };
    case 'pick':
      return { id: `pick-${action.pick}` };
    case 'euros':
    case 'undo':
      return { id: action.type };
  }
}

/** The pretend box machine, without sparkle: open many boxes, see what they cost, and say what one wish costs. */
export const lootbox: Rules<LootboxParams, LootboxState, LootboxAction> = {
  paramsSchema,
  start,
  reduce,
  guide,
  lines,
  judge: (state) => verdictOf(state, state.params.texts.asks, reached(state), guide(state)),
  solve: (params) => follow(start(params, 0), guide, reduce),
  control
};

/** The controls that solve a scene, in order. */
export const controls = (params: LootboxParams): Control[] => controlsOf(lootbox, params);
