import type { Engine } from '$lib/sync/engine.browser';
import type { EntryWriter } from './entry-writer.browser';
import { memberOf, taken } from './handing';
import { membersOf, moveOf, wordsOf, type Move } from './members';
import type { Opener } from './opening';
import type { Membership } from './ring';
import { carriedOver, localStream, reached, standOf, streamOf, type Stand } from './stand.browser';

interface SettlerOptions {
  readonly engine: Engine;
  readonly opener: Opener;
  readonly writer: EntryWriter;
}

/** Entries that are sealed and kept at once. */
const handful = 100;

/** Does what has become possible: goes along when the family moved, brings over what was written elsewhere. */
export class Settler {
  readonly #engine: Engine;
  readonly #opener: Opener;
  readonly #writer: EntryWriter;
  /** by family that was left behind: the last exchange when that was noticed, UTC milliseconds */
  readonly #behind = new Map<string, number>();

  constructor({ engine, opener, writer }: SettlerOptions) {
    this.#engine = engine;
    this.#opener = opener;
    this.#writer = writer;
  }

  /** To be called by one page at a time. */
  async settle(): Promise<void> {
    const stand = await standOf(this.#engine, this.#opener);
    const [current] = stand.families;
    if (current === undefined) return;
    if (stand.gone.includes(streamOf(current.family))) return this.#writer.stayAlone(stand, 'unused');
    const move = moveOf(stand.opened, {
      family: current.family,
      unconfirmed: new Set(stand.unsent.map(({ id }) => id))
    });
    if (move) return this.#goAlong(stand, { current, move });
    await this.#engine.follow(streamOf(current.family));
    if (!reached(stand)) return this.#reach(stand);
    const me = await memberOf(current.device.publicKey);
    if (!(await membersOf(stand.opened, current.family)).some(({ member }) => member === me))
      await this.#writer.tell(current, { on: true });
    await this.#carry(stand, current);
  }

  /** The link was read: the family is asked for. Where the server knows no such family, the link fitted none. */
  async #reach(stand: Stand): Promise<void> {
    const before = stand.lastExchangeAt;
    await this.#engine.exchange();
    const now = await standOf(this.#engine, this.#opener);
    if (reached(now)) return this.settle();
    if (now.lastExchangeAt !== before) await this.#writer.stayAlone(now, 'unknown');
  }

  async #goAlong(stand: Stand, { current, move }: { current: Membership; move: Move }) {
    const streams = [streamOf(current.family), streamOf(move.to)] as const;
    const secret = await taken(move, { device: current.device, streams });
    if (secret === undefined) return this.#writer.stayAlone(stand, 'removed');
    await this.#writer.enter({ family: move.to, secret, device: current.device, name: current.name });
    // The others stand in the list before they come, too.
    const others = await wordsOf(stand.opened, { family: current.family, members: Object.keys(move.boxes) });
    await this.#writer.seal({ family: move.to, secret }, others);
    return this.settle();
  }

  /** What was written elsewhere goes into the family's stream, with the ids and stamps that it had. */
  async #carry(stand: Stand, current: Membership): Promise<void> {
    const { missing, toDrop, behind, isWhole } = await carriedOver(stand, { current, opener: this.#opener });
    for (let from = 0; from < missing.length; from += handful)
      await this.#writer.seal(current, missing.slice(from, from + handful));
    if (stand.local.length > 0) await this.#engine.erase(localStream, new Set(stand.local.map(({ id }) => String(id))));
    for (const entry of toDrop) await this.#engine.outbox.discard(entry);
    for (const family of behind) await this.#leaveBehind(family, { stand, isDone: isWhole });
  }

  /** A family that moved is let go of, once an exchange has shown that nothing of it is missing. */
  async #leaveBehind({ family }: Membership, { stand, isDone }: { stand: Stand; isDone: boolean }): Promise<void> {
    const { lastExchangeAt = 0 } = stand;
    const noticed = this.#behind.get(family);
    if (noticed === undefined || !isDone) return void this.#behind.set(family, lastExchangeAt);
    const isWaiting = stand.unsent.some(({ stream, state }) => stream === streamOf(family) && state !== 'refused');
    if (lastExchangeAt <= noticed || isWaiting) return;
    await this.#writer.letGo([family], { why: 'moved', kept: [] });
  }
}
