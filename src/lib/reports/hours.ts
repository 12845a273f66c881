import type { TFunction } from 'i18next';

/** Minutes in words, whole: nothing of them is rounded away. */
export function hoursAndMinutes(t: TFunction, minutes: number): string {
  const rest = minutes % 60;
  const hours = t('reports.hours', { count: (minutes - rest) / 60 });
  return rest === 0 ? hours : t('reports.hoursAndMinutes', { hours, minutes: rest });
}
