import type { Control, Saying } from '../contract.ts';
import type { FieldName } from './order.ts';
import type { BankAction } from './state.ts';

export const saying = (key: Saying['key'], tone: Saying['tone'], values?: Saying['values']): Saying =>
  values ? { key, values, tone } : { key, tone };

/** Words of the scene. */
export const told = (words: string | undefined, tone: Saying['tone']): Saying =>
  saying('practice.frame.words', tone, { words: words ?? '' });

/** The name of a field. */
export const fieldWord = (field: FieldName): Saying => saying(`practice-bank.field.${field}`, 'info');

/** The control of an action on the pretend screen. */
export function control(action: BankAction): Control {
  switch (action.type) {
    case 'fill':
      return { id: `field-${action.field}`, write: { into: action.field, text: action.text } };
    case 'take':
    case 'change':
      return { id: `${action.type}-${action.field}` };
    case 'pick':
      return { id: `pick-${action.pick}` };
    default:
      return { id: action.type };
  }
}
