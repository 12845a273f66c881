import * as v from 'valibot';

/** Who said that nameless work is not theirs: by person, the last event of it that they were asked about. */
const declinedSchema = v.record(v.string(), v.string());
const key = 'digitaltreff.declined';

/** A venue's people, and more: who was asked longest ago is asked again. */
const mostPeople = 100;

/** Whether a person was asked about this nameless work before. */
export function hasDeclined(person: string, lastEvent: string): boolean {
  return read()[person] === lastEvent;
}

/** Remembers a person's no, until more is done without a name. */
export function decline(person: string, lastEvent: string): void {
  const { [person]: _, ...others } = read();
  write({ ...Object.fromEntries(Object.entries(others).slice(1 - mostPeople)), [person]: lastEvent });
}

/** Nothing nameless is left that anybody could be asked about. */
export function forgetDeclined(): void {
  write(undefined);
}

function read(): Record<string, string> {
  try {
    const kept = v.safeParse(declinedSchema, JSON.parse(localStorage.getItem(key) ?? '{}'));
    return kept.success ? kept.output : {};
  } catch {
    return {};
  }
}

function write(declined: Record<string, string> | undefined): void {
  try {
    if (declined === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(declined));
  } catch {
    // No storage: the person is asked again next time.
  }
}
