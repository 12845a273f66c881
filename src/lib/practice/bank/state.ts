import { untold } from '../telling.ts';
import { undoable, type Undoable } from '../undo.ts';
import { fields, rightValue, stagesOf, type BankParams, type FieldName, type Pick, type Stage } from './order.ts';

export type BankAction =
  /** What was written is compared and forgotten. */
  | { type: 'fill'; field: FieldName; text: string }
  /** Copies the value from the bill. */
  | { type: 'take'; field: FieldName }
  | { type: 'change'; field: FieldName }
  | { type: 'onward' }
  | { type: 'pick'; pick: string }
  | { type: 'release' }
  | { type: 'stop' }
  | { type: 'undo' };

interface Now {
  /** The stage that is open; the number of stages when all is done. */
  stage: number;
  /** The fields that are filled rightly. */
  filled: readonly FieldName[];
  /** The misread field still has its wrong value. */
  misread: boolean;
}

export interface BankState extends Undoable<Now> {
  params: BankParams;
}

/** The form with what stands there already. */
export const start = (params: BankParams): BankState => ({
  ...untold(params.help),
  params,
  ...undoable({
    stage: 0,
    filled: fields.filter((field) => params.given.includes(field) && field !== params.misread),
    misread: params.misread !== undefined
  })
});

export const stageOf = ({ params, now }: BankState): Stage | undefined => stagesOf(params)[now.stage];

/** What stands in a field now; undefined while it is empty. */
export function valueOf({ params, now }: BankState, field: FieldName): string | undefined {
  if (now.misread && field === params.misread) return params.texts.misread;
  return now.filled.includes(field) ? rightValue(params, field) : undefined;
}

/** The answers that can be given now: to the caller, or after the order was stopped. */
export function picksNow(state: BankState): readonly Pick[] {
  const stage = stageOf(state);
  if (stage === 'caller') return state.params.caller?.picks ?? [];
  return stage === 'after' ? (state.params.after?.picks ?? []) : [];
}

/** An account number in pairs, as it is read aloud. */
export const inPairs = (iban: string): string => iban.replace(/\s/g, '').replace(/(..)(?=.)/g, '$1 ');
