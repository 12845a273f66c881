import type { Control, Guide, HelpAction, Line, Rules, Saying } from '../contract.ts';
import { controlsOf, follow, forward, helpWith, miss, say, verdictOf } from '../telling.ts';
import { did, takeBack, undoLine } from '../undo.ts';
import { again, good, info } from '../saying.ts';
import { paramsSchema, type AgreementParams } from './bank.ts';
import {
  isGoodSize,
  left,
  parentsPromise,
  reached,
  ruleAt,
  signers,
  start,
  wordsOf,
  type AgreementAction,
  type AgreementState,
  type Signer
} from './state.ts';

export { paramsSchema };

function reduce(state: AgreementState, action: AgreementAction | HelpAction): AgreementState {
  switch (action.type) {
    case 'help':
      return helpWith(state, guide(state));
    case 'add':
      return added(state, action.rule);
    case 'remove':
      return removed(state, action.rule);
    case 'move':
      return moved(state, action.rule, action.to);
    case 'sign':
      return signed(state, action.who);
    case 'undo':
      return takeBack(state);
  }
}

/** A changed agreement has to be signed anew. What is said follows from how much nearer the goal it is. */
function changed(state: AgreementState, chosen: readonly string[], words: Saying): AgreementState {
  const next = did(state, { chosen, signed: [] });
  if (reached(next) > reached(state)) return forward(next, state.params.help, { ...words, tone: 'good' });
  return say(next, words);
}

function added(state: AgreementState, rule: string): AgreementState {
  const { params, now } = state;
  if (!ruleAt(state, rule) || now.chosen.includes(rule)) return state;
  if (now.chosen.length >= params.most)
    return miss(state, params.help, again('practice-agreement.lessIsMore', { most: params.most }));
  return changed(state, [...now.chosen, rule], info('practice-agreement.added', { rule: wordsOf(state, rule) }));
}

function removed(state: AgreementState, rule: string): AgreementState {
  const { chosen } = state.now;
  if (!chosen.includes(rule)) return state;
  const words = info('practice-agreement.removed', { rule: wordsOf(state, rule) });
  return changed(
    state,
    chosen.filter((one) => one !== rule),
    words
  );
}

function moved(state: AgreementState, rule: string, to: 'up' | 'down'): AgreementState {
  const { chosen } = state.now;
  const from = chosen.indexOf(rule);
  const other = chosen[from + (to === 'up' ? -1 : 1)];
  if (from < 0) return state;
  if (other === undefined) return say(state, info('practice-agreement.edge'));
  const order = chosen.map((one) => (one === rule ? other : one === other ? rule : one));
  const place = order.indexOf(rule) + 1;
  return say(
    did(state, { chosen: order, signed: [] }),
    info('practice-agreement.moved', { rule: wordsOf(state, rule), place })
  );
}

function signed(state: AgreementState, who: Signer): AgreementState {
  const { params, now } = state;
  const { least, most, help } = params;
  if (now.chosen.length > most) return miss(state, help, again('practice-agreement.tooMany', { most }));
  if (now.chosen.length < least) return say(state, info('practice-agreement.tooFew', { least }));
  if (!parentsPromise(state)) return miss(state, help, again('practice-agreement.parentsToo'));
  if (now.signed.includes(who)) return say(state, info('practice-agreement.signedAlready'));
  const next = did(state, { signed: [...now.signed, who] });
  const words = good('practice-agreement.signed', { name: params.texts[who] });
  return reached(next) === 3 ? forward(next, help, words) : say(next, words);
}

function guide(state: AgreementState): Guide<AgreementAction> | undefined {
  const { params, now } = state;
  if (reached(state) === 3) return undefined;
  if (now.chosen.length > params.most) return removal(state);
  const open = left(state);
  const promise = parentsPromise(state) ? undefined : open.find(({ by }) => by === 'parents');
  // The last free line is kept for the parents.
  const isLastLine = now.chosen.length >= params.most - 1;
  if (!isGoodSize(state)) return addition(state, (isLastLine ? promise : undefined)?.id ?? open[0]?.id);
  if (promise) return now.chosen.length >= params.most ? removal(state) : addition(state, promise.id);
  const who = signers.find((one) => !now.signed.includes(one)) ?? 'child';
  return {
    action: { type: 'sign', who },
    saying: info('practice-agreement.guide.sign', { name: params.texts[who] })
  };
}

function addition(state: AgreementState, rule = ''): Guide<AgreementAction> {
  return {
    action: { type: 'add', rule },
    saying: info('practice-agreement.guide.add', { rule: wordsOf(state, rule) })
  };
}

/** The last rule that is not a promise of the parents goes first. */
function removal(state: AgreementState): Guide<AgreementAction> {
  const { chosen } = state.now;
  const rule = [...chosen].reverse().find((one) => ruleAt(state, one)?.by !== 'parents') ?? chosen.at(-1) ?? '';
  return {
    action: { type: 'remove', rule },
    saying: info('practice-agreement.guide.remove', { rule: wordsOf(state, rule) })
  };
}

type RuleLine = Line<AgreementAction>;

function lines(state: AgreementState): RuleLine[] {
  const { params, now } = state;
  const chosen = now.chosen.flatMap<RuleLine>((rule, index) => {
    const words = wordsOf(state, rule);
    return [
      { id: rule, words: info('practice-agreement.numbered', { number: index + 1, rule: words }) },
      {
        id: `up-${rule}`,
        words: info('practice-agreement.up', { rule: words }),
        action: { type: 'move', rule, to: 'up' }
      },
      {
        id: `down-${rule}`,
        words: info('practice-agreement.down', { rule: words }),
        action: { type: 'move', rule, to: 'down' }
      },
      {
        id: `remove-${rule}`,
        words: info('practice-agreement.remove', { rule: words }),
        action: { type: 'remove', rule }
      }
    ];
  });
  return [
    { id: 'title', words: params.texts.title },
    ...chosen,
    ...left(state).map<RuleLine>(({ id: rule }) => ({
      id: `add-${rule}`,
      words: info('practice-agreement.add', { rule: wordsOf(state, rule) }),
      action: { type: 'add', rule }
    })),
    ...signers.map<RuleLine>((who) => ({
      id: `sign-${who}`,
      words: info('practice-agreement.sign', { name: params.texts[who] }),
      ...(now.signed.includes(who) && { value: info('practice-agreement.hasSigned') }),
      action: { type: 'sign', who }
    })),
    undoLine
  ];
}

function control(action: AgreementAction): Control {
  switch (action.type) {
    case 'add':
    case 'remove':
      return { id: `${action.type}-${action.rule}` };
    case 'move':
      return { id: `${action.to}-${action.rule}` };
    case 'sign':
      return { id: `sign-${action.who}` };
    case 'undo':
      return { id: 'undo' };
  }
}

/** The pretend agreement of a family: a few rules, one promise by the parents at least, and both sign. */
export const agreement: Rules<AgreementParams, AgreementState, AgreementAction> = {
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
export const controls = (params: AgreementParams): Control[] => controlsOf(agreement, params);
