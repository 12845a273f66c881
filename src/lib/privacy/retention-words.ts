import type { TFunction } from 'i18next';
import { isRetentionKind, type RetentionKind } from './retention';

interface HitCounted {
  readonly kind: RetentionKind;
  readonly count: number;
  readonly oldest: number | undefined;
  readonly newest: number | undefined;
}

/** "12 Personen, zuletzt da vor 2 Jahren oder früher". @param ago an instant in words */
export function hitWords(
  t: TFunction,
  { kind, count, oldest, newest }: HitCounted,
  ago: (at: number) => string
): string {
  const isOfPeople = kind === 'people' || kind === 'guests';
  return t(`privacy.hit.${isOfPeople ? kind : 'rows'}`, { count, ago: ago((isOfPeople ? newest : oldest) ?? 0) });
}

/** What a receipt counts, in words. */
export function goneWords(t: TFunction, { kind, gone: count }: { kind: string; gone: number }): string {
  if (kind === 'people' || kind === 'guests' || kind === 'sealed') return t(`privacy.gone.${kind}`, { count });
  return t('privacy.gone.rows', { count, kind: isRetentionKind(kind) ? t(`privacy.kind.${kind}`) : kind });
}
