import { formatStamp } from '../../src/lib/base/clock';
import { newId } from '../../src/lib/base/id';
import { world } from '../../src/lib/base/world';
import { aSyncRequest } from '../support/sync-request';
import type { TestActor } from './actors';
import type { Place } from './samples';
import { samples } from './samples';

interface Answer {
  readonly accepted: readonly { readonly id: string; readonly seq: number; readonly at: string }[];
  readonly refused: readonly { readonly id: string; readonly code: string }[];
  readonly streams: Readonly<Record<string, { readonly events: readonly { readonly id: string }[] }>>;
  readonly left: readonly string[];
  readonly snapshot?: { readonly members: readonly { readonly id: string }[] };
}

const device = newId(world);

export interface Writing {
  readonly type: string;
  readonly place: Place;
  /** how long ago it was written; negative: in the future */
  readonly agoMs?: number;
  /** another stream than the type's own */
  readonly stream?: string;
}

/** An event of a type, as somebody would write it. */
export function written(actor: TestActor, { type, place, agoMs = 0, stream }: Writing) {
  const sample = samples[type]?.(place);
  if (!sample) throw new Error(`There is no sample of ${type}`);
  const at = formatStamp({ ms: Date.now() - agoMs, counter: 0, device });
  const { author, ...rest } = sample;
  return { id: newId<'event'>(world), type, at, by: actor[author], ...rest, ...(stream ? { stream } : {}) };
}

/** One request to the running server, as this actor. */
export async function ask(url: string, actor: TestActor, request: Record<string, unknown> = {}): Promise<Answer> {
  const cookie = Object.entries(actor.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const response = await fetch(`${url}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(
      aSyncRequest({
        device: actor.grants[0]?.device ?? device,
        grants: actor.grants.map(({ id, secret }) => ({ id, secret })),
        ...request
      })
    )
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${await response.text()}`);
  const answer: Answer = await response.json();
  return answer;
}

/** What became of each of some events, in their order: `yes`, or why not. */
export async function verdictsOn(
  url: string,
  actor: TestActor,
  events: readonly { readonly id: string }[]
): Promise<string[]> {
  const { accepted, refused } = await ask(url, actor, { events });
  const kept = new Set(accepted.map(({ id }) => id));
  const codes = new Map(refused.map(({ id, code }) => [id, code]));
  return events.map(({ id }) => (kept.has(id) ? 'yes' : (codes.get(id) ?? 'lost')));
}

/** What became of one event: `yes`, or why not. */
export async function verdictOn(url: string, actor: TestActor, event: { readonly id: string }): Promise<string> {
  const [verdict = 'lost'] = await verdictsOn(url, actor, [event]);
  return verdict;
}
