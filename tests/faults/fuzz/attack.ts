import type { Chance } from '../chance';

/** Who an attacker pretends to be: one of the club's own tablets that got into wrong hands, or a trainer. */
export interface Identities {
  /** cookies */
  readonly tablets: readonly string[];
  readonly trainer: { readonly id: string; readonly session: string };
  readonly people: readonly string[];
  readonly meeting: string;
  readonly group: string;
  /** UTC milliseconds: when the run began */
  readonly now: number;
}

/** One bad request, whole: it can be made again from seed and number alone. */
export interface Attack {
  /** what kind it is, for the report */
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** send the body without saying how long it is */
  readonly chunked?: boolean;
  /** break the connection off after so many bytes of the body */
  readonly cutAfter?: number;
  /** write this to the connection as it is, and nothing else */
  readonly raw?: Buffer;
}

/** Makes one attack of a kind. */
export type Attacker = (chance: Chance, facts: Identities) => Omit<Attack, 'kind'>;

/** A cookie header that lets the sender through, of one of the stolen tablets or the trainer. */
export function stolenCookie(chance: Chance, { tablets, trainer }: Identities): string {
  return chance.below(8) === 0 ? `session=${trainer.session}` : `device=${chance.of(tablets)}`;
}

interface Posted {
  readonly body: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** nobody, where it is empty */
  readonly cookie: string;
}

/** A body sent to the exchange. */
export function posted({ body, headers = {}, cookie }: Posted): Omit<Attack, 'kind'> {
  return {
    method: 'POST',
    path: '/api/sync',
    headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }), ...headers },
    body: typeof body === 'string' ? Buffer.from(body) : body
  };
}
