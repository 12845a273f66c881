import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import type { AgreementParams, Rule } from './bank.ts';

export const signers = ['child', 'parents'] as const;
export type Signer = (typeof signers)[number];

export type AgreementAction =
  | { type: 'add'; rule: string }
  | { type: 'remove'; rule: string }
  | { type: 'move'; rule: string; to: 'up' | 'down' }
  | { type: 'sign'; who: Signer }
  | { type: 'undo' };

interface Now {
  /** The rules of the agreement, the most important first. */
  chosen: readonly string[];
  signed: readonly Signer[];
}

export interface AgreementState extends Undoable<Now> {
  params: AgreementParams;
}

/** The sheet with what stands on it already. */
export const start = (params: AgreementParams): AgreementState => ({
  ...untold(params.help),
  params,
  ...undoable({ chosen: params.chosen, signed: [] })
});

export const ruleAt = ({ params }: AgreementState, id: string): Rule | undefined =>
  params.rules.find((one) => one.id === id);

/** The rules that are not in the agreement, in the order of the bank. */
export const left = ({ params, now }: AgreementState): Rule[] =>
  params.rules.filter(({ id }) => !now.chosen.includes(id));

/** Whether the agreement has a promise of the parents in it. */
export const parentsPromise = (state: AgreementState): boolean =>
  state.now.chosen.some((id) => ruleAt(state, id)?.by === 'parents');

export const isGoodSize = ({ params, now }: AgreementState): boolean =>
  params.least <= now.chosen.length && now.chosen.length <= params.most;

/** How many goals are reached, one after the other. */
export function reached(state: AgreementState): number {
  if (!isGoodSize(state)) return 0;
  if (!parentsPromise(state)) return 1;
  return state.now.signed.length === signers.length ? 3 : 2;
}

export const wordsOf = ({ params }: AgreementState, rule: string): string => params.texts.rules[rule] ?? rule;
