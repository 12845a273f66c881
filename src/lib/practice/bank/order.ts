import * as v from 'valibot';
import { help, id, labels, text, texts, unnamed } from '../words.ts';

/** The fields of a transfer, in their order. */
export const fields = ['payee', 'iban', 'amount', 'purpose'] as const;
export type FieldName = (typeof fields)[number];

/** An account number on our cards: its check digits are 00, which no real one has. */
const pretendIban = v.pipe(
  v.string(),
  v.regex(
    /^[A-Z]{2}00( [0-9A-Z]{4}){3,6}( [0-9A-Z]{1,3})?$/,
    'A pretend IBAN has the check digits 00 and groups of four.'
  )
);

const pick = v.strictObject({
  id,
  /** A safe way: it leads on. */
  ok: v.optional(v.boolean(), false)
});

const picks = v.pipe(v.array(pick), v.minLength(2), v.maxLength(4));

const money = v.pipe(
  text,
  v.check((amount) => centsOf(amount) !== undefined, 'An amount looks like 45,00 or 45.00.')
);

/** What an amount is worth in cents, however it is written: 45, 45,00, 1.850,00 €; undefined where it is no amount. */
export function centsOf(written: string): number | undefined {
  const digits = written.replace(/[\s€]|euros?|eur/gi, '').replace(/,-+$/, '');
  const parts = /^(\d{1,3}(?:[.,]\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/.exec(digits);
  if (!parts) return undefined;
  const [, whole = '', cents = ''] = parts;
  return Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'));
}

interface Order {
  caller?: { picks: Pick[] } | undefined;
  after?: { picks: Pick[] } | undefined;
}

export type Pick = v.InferOutput<typeof pick>;

/** The parts of a scene, one goal each: fill in, answer the caller, release or stop, tell the bank. */
export type Stage = 'fill' | 'caller' | 'release' | 'after';

export const stagesOf = ({ caller, after }: Order): Stage[] => [
  'fill',
  ...(caller ? (['caller'] as const) : []),
  'release',
  ...(after ? (['after'] as const) : [])
];

/** Everything that can be answered in a scene. */
const picksOf = ({ caller, after }: Order): string[] =>
  [...(caller?.picks ?? []), ...(after?.picks ?? [])].map((one) => one.id);

export const paramsSchema = v.pipe(
  v.strictObject({
    help,
    /** The fields that stand there already. */
    given: v.optional(v.array(v.picklist(fields)), []),
    /** The field that stands there already and was read wrongly from the bill; its words are in `texts.misread`. */
    misread: v.optional(v.picklist(fields)),
    /** Somebody calls before the order is released. */
    caller: v.optional(v.strictObject({ picture: v.optional(id), picks })),
    /** What is done after an order was stopped. */
    after: v.optional(v.strictObject({ picks })),
    iban: pretendIban,
    texts: v.strictObject({
      ...texts,
      bank: text,
      /** What is on the account. */
      balance: money,
      payee: text,
      amount: money,
      purpose: v.pipe(text, v.maxLength(60)),
      misread: v.optional(text),
      /** What the telephone shows; where it is left out, the same as the order. */
      phoneAmount: v.optional(money),
      phonePayee: v.optional(text),
      /** The bill that lies beside the tablet: one line each. The order is added. */
      card: v.optional(v.array(text), []),
      callerName: v.optional(text),
      callerSays: v.optional(v.array(text), []),
      picks: v.optional(labels, {}),
      answers: v.optional(labels, {})
    })
  }),
  v.forward(
    v.check(
      ({ caller, after }) => [caller, after].every((one) => !one || one.picks.some(({ ok }) => ok)),
      'Where there is something to choose, one answer at least is "ok".'
    ),
    ['caller']
  ),
  v.forward(
    v.check(
      ({ misread, texts: { misread: words } }) => (misread === undefined) === (words === undefined),
      'A misread field has its words here, and no other has.'
    ),
    ['texts', 'misread']
  ),
  v.forward(
    v.check(
      ({ caller, texts: { callerName, callerSays } }) =>
        (caller === undefined) === (callerName === undefined) && (caller === undefined) === (callerSays.length === 0),
      'A caller has a name and says something.'
    ),
    ['texts', 'callerSays']
  ),
  v.forward(
    v.check((order) => order.texts.asks.length === stagesOf(order).length, 'Write one sentence for each goal.'),
    ['texts', 'asks']
  ),
  v.forward(
    v.check((order) => unnamed(picksOf(order), order.texts.picks).length === 0, 'An answer has no words here.'),
    ['texts', 'picks']
  ),
  v.forward(
    v.check((order) => unnamed(picksOf(order), order.texts.answers).length === 0, 'An answer is not answered here.'),
    ['texts', 'answers']
  )
);

export type BankParams = v.InferOutput<typeof paramsSchema>;

/** What stands in a field of the right order. */
export function rightValue({ iban, texts }: BankParams, field: FieldName): string {
  return field === 'iban' ? iban : texts[field];
}

/** What the telephone shows, and whether it is the order that was given. */
export function onPhone({ texts }: BankParams): { amount: string; payee: string; matches: boolean } {
  const amount = texts.phoneAmount ?? texts.amount;
  const payee = texts.phonePayee ?? texts.payee;
  return { amount, payee, matches: centsOf(amount) === centsOf(texts.amount) && payee === texts.payee };
}
