import { tickedFrom, withTicks, type Ticked } from './ticked';
import { tickedKey } from './ticked-key';

/** What this person ticked of a list. It stays on the device, one person's at a time. */
export const ticksOf = (person: string, list: string): readonly number[] => read(person).lists[list] ?? [];

/** Keeps it until they leave the device, or somebody else ticks something. */
export function keepTicks(person: string, list: string, things: readonly number[]): void {
  try {
    localStorage.setItem(tickedKey, JSON.stringify(withTicks(read(person), list, things)));
  } catch {
    // No storage: it stays ticked as long as the lesson is open.
  }
}

function read(person: string): Ticked {
  try {
    return tickedFrom(localStorage.getItem(tickedKey), person);
  } catch {
    return { person, lists: {} };
  }
}
