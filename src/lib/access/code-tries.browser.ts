import * as v from 'valibot';

/** By person: the lock that was tried, and how often it was not opened. Only of those who have tried just now. */
const triesSchema = v.record(v.string(), v.object({ salt: v.string(), wrong: v.number() }));
const key = 'digitaltreff.tries';

interface Tried {
  readonly person: string;
  /** of the lock: another code begins anew */
  readonly salt: string;
}

/** How often somebody's code was tried on this tablet without opening. */
export function wrongTries({ person, salt }: Tried): number {
  const tried = read()[person];
  return tried?.salt === salt ? tried.wrong : 0;
}

/** Counts a try before it is looked at, so that leaving the page does not take it back. */
export function countTry({ person, salt }: Tried): void {
  write({ ...read(), [person]: { salt, wrong: wrongTries({ person, salt }) + 1 } });
}

/** It was opened, by the code or by a trainer. */
export function forgetTries(person: string): void {
  const { [person]: _, ...others } = read();
  write(others);
}

function read(): v.InferOutput<typeof triesSchema> {
  try {
    const kept = v.safeParse(triesSchema, JSON.parse(localStorage.getItem(key) ?? '{}'));
    return kept.success ? kept.output : {};
  } catch {
    return {};
  }
}

function write(tries: v.InferOutput<typeof triesSchema>): void {
  try {
    if (Object.keys(tries).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(tries));
  } catch {
    // No storage: every try is the first.
  }
}
