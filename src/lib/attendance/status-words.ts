import type { TFunction } from 'i18next';
import { missed, type Registers } from './attendance';
import { reasons } from './events';

/** A person's mark in words: "Ist da, kam 10 Minuten später". */
export function statusWords(t: TFunction, row: Registers | undefined): string {
  const status = row?.status ?? 'open';
  const { late, early } = missed(row ?? {});
  if (late > 0 && early > 0) return t('attendance.status.both', { late, early });
  if (status === 'late' && early > 0) return t('attendance.status.lateLeftBy', { minutes: early });
  if (late > 0) return t('attendance.status.lateBy', { minutes: late });
  if (early > 0) return t('attendance.status.leftBy', { minutes: early });
  return t(`attendance.status.${status}`);
}

/** Why somebody was not there, in words; nothing where nothing is said. */
export function reasonWords(t: TFunction, reason: string | undefined): string {
  const known = reasons.find((one) => one === reason);
  return known === undefined ? (reason ?? '') : t(`attendance.reason.${known}`);
}
