import { world, type World } from '$lib/base/world';
import { err, ok, type Result } from '$lib/base/result';
import { getStore, type Store } from '$lib/store/open.server';
import { isPassword } from './password.server';
import { beginSession } from './session.server';
import { staffNamed } from './staff.server';
import { Throttle, type TooOften } from './throttle.server';
import { normalUsername } from './username';

export interface SignInAsked {
  readonly username: string;
  readonly password: string;
  /** where the browser is */
  readonly address: string;
}

export type SignInRefusal = { readonly why: 'wrong' } | ({ readonly why: 'too-often' } & TooOften);

/** The doorkeeper of the sign-in: knows who tried too often. One a server. */
export class Door {
  /** somebody who guesses one person's password */
  readonly #person = new Throttle({ points: 5, duration: 15 * 60 });
  /** somebody who guesses names; roomy, because a club is one address */
  readonly #address = new Throttle({ points: 60, duration: 15 * 60 });

  constructor(
    private readonly store: Store,
    private readonly world: World
  ) {}

  /** Signs somebody in and gives the token for the cookie. Never says which part was wrong. */
  async signIn({ username, password, address }: SignInAsked): Promise<Result<{ token: string }, SignInRefusal>> {
    const person = `${normalUsername(username)}|${address}`;
    const allowed = await this.#mayTry(person, address);
    if (!allowed.ok) return err({ why: 'too-often', ...allowed.error });
    const found = staffNamed(this.store, username);
    const right = await isPassword(password, found?.passwordHash);
    if (!right || !found || found.disabledAt !== null) return err({ why: 'wrong' });
    await Promise.all([this.#person.forgive(person), this.#address.uncount(address)]);
    return ok({ token: await beginSession({ store: this.store, world: this.world }, found.id) });
  }

  async #mayTry(person: string, address: string): Promise<Result<void, TooOften>> {
    const byAddress = await this.#address.begin(address);
    return byAddress.ok ? this.#person.begin(person) : byAddress;
  }
}

let shared: Door | undefined;

/** The server's one doorkeeper, made on the first call. */
export function getDoor(): Door {
  shared ??= new Door(getStore(), world);
  return shared;
}
