import type { Run } from '../run.svelte.ts';
import { fields, type BankParams, type FieldName } from './order.ts';
import { valueOf, type BankAction, type BankState } from './state.ts';

/** What stands in the fields of the transfer until it is compared with the slip. */
export class TransferForm {
  readonly run: Run<BankParams, BankState, BankAction>;
  readonly written = $state<Record<FieldName, string>>({ payee: '', iban: '', amount: '', purpose: '' });
  /** What was compared last: nobody hears twice about the same text while they are elsewhere. */
  #compared: Partial<Record<FieldName, string>> = {};

  constructor(run: Run<BankParams, BankState, BankAction>) {
    this.run = run;
  }

  /**
   * Compares what was written in a field. It leaves the field then, unless it only has to be mended.
   * @returns whether nothing is left to mend
   */
  enter(field: FieldName): boolean {
    const text = this.written[field];
    if (text === '') return true;
    this.#compared[field] = text;
    this.run.send({ type: 'fill', field, text });
    const isFilled = valueOf(this.run.state, field) !== undefined;
    if (isFilled || this.run.saying?.key === 'practice.frame.noRealData') this.written[field] = '';
    return isFilled;
  }

  /** Who goes on to a field has written the others. */
  enterOthers(field: FieldName): void {
    for (const other of fields) if (other !== field && this.written[other] !== this.#compared[other]) this.enter(other);
  }

  take(field: FieldName): void {
    this.written[field] = '';
    this.run.send({ type: 'take', field });
  }

  /** Compares what is written, field by field, and goes on when nothing is left to mend. */
  onward(): void {
    if (fields.every((field) => this.enter(field))) this.run.send({ type: 'onward' });
  }
}
