import { decline, forgetDeclined, hasDeclined } from '$lib/access/declined.browser';
import { parseStamp } from '$lib/base/clock';
import type { Engine } from '$lib/sync/engine.browser';

/** What was learned on this device without a name. */
export interface Nameless {
  /** steps that were finished */
  readonly steps: number;
  /** UTC milliseconds of the last deed */
  readonly lastAt: number;
  /** the id of the last deed: a no holds until there is another */
  readonly last: string;
}

/** What a person could take along, unless they were asked about it before. Who only looked around is asked nothing. */
export async function namelessFor(engine: Engine, person: string): Promise<Nameless | undefined> {
  const events = await engine.withoutName();
  const last = events.at(-1);
  const steps = events.filter(({ type }) => type === 'step.completed').length;
  if (last === undefined || steps === 0 || hasDeclined(person, last.id)) return undefined;
  return { steps, lastAt: parseStamp(last.at)?.ms ?? 0, last: last.id };
}

/** It was this person: it is theirs from now on. */
export async function takeAlong(engine: Engine, person: string): Promise<void> {
  await engine.takeAlong(person);
  forgetDeclined();
}

/** It was not this person: it stays on the device for whoever it was. */
export function leaveNameless(person: string, { last }: Nameless): void {
  decline(person, last);
}
