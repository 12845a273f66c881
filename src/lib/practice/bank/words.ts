import type { Control, Saying } from '../contract.ts';
import { info } from '../saying.ts';
import type { FieldName } from './order.ts';
import type { BankAction } from './state.ts';

/** The name of a field. */
export const fieldWord = (field: FieldName): Saying => info(`practice-bank.field.${field}`);

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
