import type { TFunction } from 'i18next';
import type { Attendance } from './attendance';
import type { AttendanceStatus } from './events';

/** A person's mark in words: "Ist da, kam 10 Minuten später". */
export function statusWords(t: TFunction, row: Pick<Attendance, 'status' | 'minutes'> | undefined): string {
  const status: AttendanceStatus = row?.status ?? 'open';
  const minutes = row?.minutes ?? 0;
  if (status === 'late' && minutes > 0) return t('attendance.status.lateBy', { minutes });
  if (status === 'left-early' && minutes > 0) return t('attendance.status.leftBy', { minutes });
  return t(`attendance.status.${status}`);
}
