import type { TFunction } from 'i18next';
import type { Agreement } from './agreement';
import { isBankRule, type Promiser } from './bank';
import type { Side } from './events';

/** A rule's words: its own, else the bank's in the language of `t`. A rule that this app does not know keeps its name. */
export function wordsOf(t: TFunction, { rule, words }: { rule: string; words?: string | undefined }): string {
  if (words !== undefined) return words;
  return isBankRule(rule) ? t(`family-bank.rules.${rule}`) : rule;
}

/** How one side is called: as the family wrote, else "Kind" and "Eltern". */
export const nameOf = (t: TFunction, { names }: Pick<Agreement, 'names'>, who: Side): string =>
  names[who] === '' ? t(`family.side.${who}`) : names[who];

/** Who promises a rule, by name. */
export const promiserOf = (t: TFunction, agreement: Pick<Agreement, 'names'>, by: Promiser): string =>
  by === 'all' ? t('family.side.all') : nameOf(t, agreement, by);
