import { readFileSync } from 'node:fs';

export interface ProcessMemory {
  /** resident now, in MB; not a number where the system does not say */
  readonly nowMb: number;
  /** the most it ever was */
  readonly mostMb: number;
}

/** What another process has of the machine's memory. */
export function memoryOf(pid: number): ProcessMemory {
  const status = statusOf(pid);
  const mb = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1000;
  return { nowMb: mb('VmRSS'), mostMb: mb('VmHWM') };
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
