import type { TFunction } from 'i18next';
import { fullName, type Member } from '$lib/club/roster';
import type { MarkData } from './events';
import type { GuestWord } from './guest-word';
import { statusWords } from './status-words';

interface LastSaid {
  readonly said: readonly MarkData[];
  readonly guest?: GuestWord | undefined;
}

/** What was said last at the list, in words: "Anna B.: Ist da." */
export function lastWords(t: TFunction, last: LastSaid | undefined, members: readonly Member[]): string | undefined {
  const said = last?.said ?? [];
  const [first] = said;
  if (!first) return undefined;
  if (said.length > 1) return t('attendance.undo.saidMany', { count: said.length });
  const member = members.find(({ id }) => id === first.person);
  if (!member) return undefined;
  const name = fullName(member);
  if (last?.guest?.kind === 'struck') return t('attendance.undo.struck', { name });
  return first.status === undefined
    ? t('attendance.undo.saidWords', { name })
    : t('attendance.undo.said', { name, status: statusWords(t, first) });
}
