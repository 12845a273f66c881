import type { TFunction } from 'i18next';
import { fullName, type Member } from '$lib/club/roster';
import type { MarkData } from './events';
import { statusWords } from './status-words';

/** What was said last at the list, in words: "Anna B.: Ist da." */
export function lastWords(
  t: TFunction,
  said: readonly MarkData[] | undefined,
  members: readonly Member[]
): string | undefined {
  const [first] = said ?? [];
  if (!said || !first) return undefined;
  if (said.length > 1) return t('attendance.undo.saidMany', { count: said.length });
  const member = members.find(({ id }) => id === first.person);
  if (!member) return undefined;
  const name = fullName(member);
  return first.status === undefined
    ? t('attendance.undo.saidWords', { name })
    : t('attendance.undo.said', { name, status: statusWords(t, first) });
}
