export const pinLength = 6;

/** Whether a text is a PIN: six digits. */
export function isPin(text: string): boolean {
  return /^\d{6}$/.test(text);
}

/** Whether it is among the first that anybody would try: one digit six times, two in turn, a row up or down. */
export function isEasyPin(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  return steps.size === 1 || /^(\d\d)\1\1$/.test(pin) || /^(\d\d\d)\1$/.test(pin);
}

/** Wrong tries with one PIN so far. */
export interface Tries {
  readonly wrong: number;
  /** UTC milliseconds; before, no try is taken */
  readonly waitUntil: number;
}

/** Six digits are few: after the fifth wrong try each waits, twice as long as the last; the tenth is the last. */
const freeTries = 5;
const mostTries = 10;
const firstWaitMs = 60_000;
const longestWaitMs = firstWaitMs * 2 ** (mostTries - 1 - freeTries);

/** Counts one more wrong try. `over`: the wrapped key is to be thrown away. */
export function afterWrongTry({ wrong }: Tries, now: number): Tries | 'over' {
  const next = wrong + 1;
  if (next >= mostTries) return 'over';
  return { wrong: next, waitUntil: next < freeTries ? 0 : now + firstWaitMs * 2 ** (next - freeTries) };
}

/**
 * Until when no try is taken, as it looks now. A wait longer than the longest comes of a clock that was set back
 * meanwhile: it begins anew, or it would last for days.
 */
export function waitAsOf({ waitUntil }: Tries, now: number): number {
  return Math.min(waitUntil, now + longestWaitMs);
}

/** How long nobody may have touched the trainers' pages before they close. */
export const idleMs = 5 * 60_000;
