import type { Deed } from './events';
import { versionOf, type FamilyRow } from './kept';

/**
 * The deed that makes another one undone: it writes again what stood before. Nothing, where nothing stood before that
 * could be written again: the first agreement cannot be un-begun, and need not be.
 * @param row as it was before the deed
 */
export function undoing(row: FamilyRow | undefined, deed: Deed): Deed | undefined {
  switch (deed.type) {
    case 'agreement.begun': {
      const agreement = row?.begun?.agreement;
      return agreement === undefined ? undefined : { type: deed.type, data: { agreement } };
    }
    case 'rule.written':
      return { type: deed.type, data: ruleBefore(row, deed.data) };
    case 'rule.answered': {
      const { agreement, rule, who } = deed.data;
      const before = row?.answers[`${agreement}|${rule}|${who}`];
      if (before === undefined) return { type: deed.type, data: { ...deed.data, says: 'open', words: undefined } };
      const { says, about, words } = before;
      return { type: deed.type, data: { agreement, rule, who, says, about, words } };
    }
    case 'detail.written': {
      const text = row?.details[`${deed.data.agreement}|${deed.data.what}`]?.text ?? '';
      return { type: deed.type, data: { ...deed.data, text } };
    }
    case 'agreement.signed': {
      const { agreement, who, writings } = deed.data;
      const before = row?.signings[`${agreement}|${who}|${versionOf(writings)}`];
      if (before === undefined) return { type: deed.type, data: { ...deed.data, on: false } };
      const { on, name, strokes } = before;
      return { type: deed.type, data: { agreement, who, on, writings: [...writings], name, strokes } };
    }
  }
}

type Written = Extract<Deed, { type: 'rule.written' }>['data'];

function ruleBefore(row: FamilyRow | undefined, data: Written): Written {
  const { agreement, rule } = data;
  const before = row?.writings.findLast((one) => one.agreement === agreement && one.rule === rule);
  if (before === undefined) return { ...data, on: false };
  const { by, words, on } = before;
  return { agreement, rule, by, words, on };
}
