import type { System } from '$lib/content/guide';
import { subjectOf, type EventId } from '$lib/sync/event';
import { later } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import { deviceChosen } from './events';

/** The system of somebody's own device. */
export interface OwnDevice {
  readonly system: System;
  readonly at: string;
  readonly id: EventId;
}

/** The last word counts. Key: `<person>`. */
export const ownDevice = projection<OwnDevice>('own-device', 1, [
  on(deviceChosen, {
    keyOf: (event) => subjectOf(event.stream),
    fold(row, { id, at, data: { system } }) {
      return later(row, { system, at, id });
    }
  })
]);

/** Of several entries that are one person, what was chosen last. */
export function systemOf(rows: readonly OwnDevice[]): System | undefined {
  const [first, ...rest] = rows;
  return first && rest.reduce((last, next) => later(last, next), first).system;
}
