import type { World } from '$lib/base/world';
import type { Engine } from '$lib/sync/engine.browser';
import type { Draft, SyncEvent } from '$lib/sync/event';
import { newEventId } from '$lib/sync/event-id';
import { familyJoined, familyLeft, familySealed, toldType, type End } from './device-events';
import type { Opener } from './opening';
import type { Membership } from './ring';
import { seal, type Inner } from './sealing';
import { carriedOver, localStream, streamOf, type Stand } from './stand.browser';

interface WriterOptions {
  readonly engine: Engine;
  readonly world: World;
  readonly opener: Opener;
}

type Sealing = Pick<Membership, 'family' | 'secret'>;

/** What this device writes: for the family's devices sealed, for itself in clear. */
export class EntryWriter {
  readonly #engine: Engine;
  readonly #world: World;
  readonly #opener: Opener;

  constructor({ engine, world, opener }: WriterOptions) {
    this.#engine = engine;
    this.#world = world;
    this.#opener = opener;
  }

  /** Keeps words for the devices of a family, in one transaction. */
  async seal(family: Sealing, words: readonly Inner[], type?: string): Promise<void> {
    await this.#engine.record(await this.#sealed(family, words, type));
  }

  /** Tells the family that this device is there, or that it leaves. */
  tell(family: Membership, { on }: { on: boolean }): Promise<void> {
    return this.seal(family, [told(family, { on })]);
  }

  /** For this device alone: words with an id get a new stamp, in the order in which they come. */
  inClear(words: readonly Pick<Inner, 'id' | 'type' | 'data'>[]): Draft[] {
    const [stream, by] = [localStream, this.#by];
    return words.map(({ id, type, data }) => ({ ...(id === undefined ? {} : { id }), stream, type, by, data }));
  }

  /** Keeps the keys of a family, and says so to its devices: by a link, when it has been reached. */
  async enter(given: Omit<Membership, 'id' | 'at'>, { isLink = false } = {}): Promise<void> {
    const { family, secret, device, name } = given;
    const { token } = await this.#opener.keys(given);
    await this.#engine.holdGrant({ id: streamOf(family), secret: token });
    const joined = this.inClear([{ type: familyJoined.type, data: { family, secret, device, name } }]);
    const said = isLink ? [] : await this.#sealed(given, [told(given, { on: true })]);
    await this.#engine.record([...joined, ...said]);
    await this.#engine.follow(streamOf(family));
  }

  /** What was written stays on this device, in clear and for itself. */
  async stayAlone(stand: Stand, why: End): Promise<void> {
    const { missing } = await carriedOver(stand, { opener: this.#opener });
    await this.letGo(
      stand.families.map(({ family }) => family),
      { why, kept: missing }
    );
  }

  /** Families go from this device, with their keys; some of their words are kept in clear. */
  async letGo(
    families: readonly string[],
    { why, kept }: { readonly why: End; readonly kept: readonly SyncEvent[] }
  ): Promise<void> {
    const left = families.map((family): Inner => {
      return { id: newEventId(localStream, this.#world), type: familyLeft.type, data: { family, why } };
    });
    await this.#engine.eraseFor(families.map(streamOf), this.inClear([...kept, ...left]));
    for (const family of families) await this.#engine.dropGrant(streamOf(family));
  }

  async #sealed(family: Sealing, words: readonly Inner[], type = familySealed.type): Promise<Draft[]> {
    const keys = await this.#opener.keys(family);
    const [stream, by] = [streamOf(family.family), this.#by];
    return Promise.all(
      words.map(async ({ id: was, at, type: said, data }) => {
        const id = newEventId(stream, this.#world);
        const inner = { type: said, data, ...(was === undefined ? {} : { id: was, at }) };
        const box = await seal(keys, { bound: { id, stream, by }, inner, random: this.#world.random });
        return { id, stream, type, by, data: box };
      })
    );
  }

  get #by(): string {
    return `device/${this.#engine.device}`;
  }
}

const told = ({ device, name }: Pick<Membership, 'device' | 'name'>, { on }: { on: boolean }): Inner => ({
  type: toldType,
  data: { publicKey: device.publicKey, name, on }
});
