import { err, type Result } from '$lib/base/result';
import type { Store } from '$lib/store/open.server';
import { readCardCode } from './card-code';
import { memberOfCard } from './cards.server';
import { networkOf } from './sync-limits.server';
import { Throttle, type TooOften } from './throttle.server';

export type CardRefusal = { readonly why: 'no-such-card' | 'replaced' } | ({ readonly why: 'too-often' } & TooOften);

/** Knows who tried too many cards. Only wrong ones count: a whole club may come in by one address. One a server. */
export class CardDoor {
  readonly #address = new Throttle({ points: 30, duration: 15 * 60 });
  readonly #all = new Throttle({ points: 3000, duration: 15 * 60 });

  /** Whose card a code is. */
  async open(store: Store, { code, address }: { code: string; address: string }): Promise<Result<string, CardRefusal>> {
    const read = readCardCode(code);
    if (read === undefined) return err({ why: 'no-such-card' });
    const network = networkOf(address);
    for (const allowed of [await this.#address.begin(network), await this.#all.begin('all')])
      if (!allowed.ok) return err({ why: 'too-often', ...allowed.error });
    const found = await memberOfCard(store, read);
    if (!found.ok) return err({ why: found.error });
    await Promise.all([this.#address.uncount(network), this.#all.uncount('all')]);
    return found;
  }
}
