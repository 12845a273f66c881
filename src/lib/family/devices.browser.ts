import { newId } from '$lib/base/id';
import type { World } from '$lib/base/world';
import type { Engine } from '$lib/sync/engine.browser';
import type { SyncEvent } from '$lib/sync/event';
import type { Projection } from '$lib/sync/projection';
import { visitor } from '$lib/sync/visitor';
import { familyMoved, mostDevices } from './device-events';
import { EntryWriter } from './entry-writer.browser';
import type { Deed, TimeDeed } from './events';
import { hand, makeDeviceKey, memberOf } from './handing';
import { invitationText, shownForMs, type Invitation } from './invitation';
import { family as familyProjection, type FamilyRow } from './kept';
import { membersOf, type Member } from './members';
import { eachOnce, isDeed, Opener } from './opening';
import { ended } from './ring';
import { newSecret } from './sealing';
import { Settler } from './settler.browser';
import { localStream, reached, standOf, streamOf, type Stand } from './stand.browser';
import { familyTimes, type TimesRow } from './week/kept-times';

export interface DevicesOptions {
  readonly engine: Engine;
  readonly world: World;
  /** runs one piece of work at a time over all tabs */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** What a family's room shows. */
export interface FamilyLook {
  /** the agreement, as it was written on whatever device */
  readonly row: FamilyRow | undefined;
  /** the times of its weeks, likewise */
  readonly times: TimesRow | undefined;
  /** nothing: the agreement lives on this device alone */
  readonly current?: {
    readonly members: readonly Member[];
    /** this device among them */
    readonly me: string;
    /** the link has been read, but the family not yet been reached */
    readonly isPending: boolean;
    /** a new key is on its way to the server */
    readonly isMoving: boolean;
    /** entries that have not reached the server */
    readonly waiting: number;
  };
  /** how the last family ended for this device */
  readonly ended?: ReturnType<typeof ended>;
  /** entries that no key opens */
  readonly unreadable: number;
}

/** The devices of a family: one of them is this one. Everything works without a network; what needs one waits for it. */
export class FamilyDevices {
  readonly #engine: Engine;
  readonly #world: World;
  readonly #alone: DevicesOptions['alone'];
  readonly #opener = new Opener();
  readonly #writer: EntryWriter;
  readonly #settler: Settler;

  constructor({ engine, world, alone }: DevicesOptions) {
    this.#engine = engine;
    this.#world = world;
    this.#alone = alone;
    this.#writer = new EntryWriter({ engine, world, opener: this.#opener });
    this.#settler = new Settler({ engine, opener: this.#opener, writer: this.#writer });
  }

  /** What there is to show now. */
  async look(): Promise<FamilyLook> {
    const stand = await this.#stand();
    const deeds = eachOnce(stand.opened.filter(isDeed));
    const row = folded(familyProjection, deeds, await this.#engine.row(familyProjection, visitor));
    const times = folded(familyTimes, deeds, await this.#engine.row(familyTimes, visitor));
    const [current] = stand.families;
    const seen = { row, times, unreadable: stand.unreadable.length, ended: ended(stand.ring) };
    if (current === undefined) return seen;
    const unsent = stand.unsent.filter(
      ({ stream, state }) => stream === streamOf(current.family) && state !== 'refused'
    );
    return {
      ...seen,
      current: {
        members: await membersOf(stand.opened, current.family),
        me: await memberOf(current.device.publicKey),
        isPending: reached(stand) === undefined,
        isMoving: unsent.some(({ event }) => event.type === familyMoved.type),
        waiting: unsent.length
      }
    };
  }

  /** Keeps deeds: sealed for the family's devices, or in clear on this one alone. */
  async write(deeds: readonly (Deed | TimeDeed)[]): Promise<void> {
    const current = reached(await this.#stand());
    if (current) return this.#writer.seal(current, deeds);
    await this.#engine.record(this.#writer.inClear(deeds));
  }

  /** Everything that was written, in order of time. */
  async written(): Promise<SyncEvent[]> {
    const { opened, local } = await this.#stand();
    return eachOnce([...opened.filter(isDeed), ...local.map((event) => ({ family: visitor, outer: event.id, event }))]);
  }

  /** Takes in what was written elsewhere, each word once, with the stamps that it has. */
  async bring(events: readonly SyncEvent[]): Promise<void> {
    const stand = await this.#stand();
    const [current, { opened }] = [reached(stand), stand];
    const known = new Set(opened.map(({ event }) => event.id));
    if (current)
      return this.#writer.seal(
        current,
        events.filter(({ id }) => !known.has(id))
      );
    await this.#engine.recordEarly(this.#writer.inClear(events));
  }

  /** Begins a family with this device, so that others can come to it. */
  connect(name: string): Promise<void> {
    return this.#alone(async () => {
      if ((await this.#stand()).families.length > 0) return;
      const family = newId<'family'>(this.#world);
      await this.#writer.enter({ family, secret: newSecret(this.#world), device: await makeDeviceKey(), name });
      await this.#settler.settle();
    });
  }

  /** The address part for one more device, good for some minutes; nothing, where there is no family. */
  async invite(): Promise<{ text: string; until: number } | undefined> {
    const [current] = (await this.#stand()).families;
    if (current === undefined) return undefined;
    const until = this.#world.now() + shownForMs;
    return { text: await invitationText({ ...current, until }), until };
  }

  /** Comes to a family by its link. Says whether this device has been in it already. */
  join({ family, secret }: Invitation, name: string): Promise<'joined' | 'already'> {
    return this.#alone(async () => {
      const { families } = await this.#stand();
      if (families.some((one) => one.family === family)) return 'already';
      const [before] = families;
      if (before) await this.#writer.tell(before, { on: false });
      await this.#writer.enter({ family, secret, device: await makeDeviceKey(), name }, { isLink: true });
      await this.#settler.settle();
      return 'joined';
    });
  }

  /** The family goes on under a new key without this device. It counts when the server has taken it. */
  remove(member: string): Promise<void> {
    return this.#alone(async () => {
      const { families, opened } = await this.#stand();
      const [current] = families;
      if (current === undefined) return;
      const members = await membersOf(opened, current.family);
      const others = members.filter((one) => one.member !== member && one.publicKey !== current.device.publicKey);
      const to = newId<'family'>(this.#world);
      const handed = await hand(newSecret(this.#world), {
        publicKeys: [current.device, ...others].slice(0, mostDevices).map(({ publicKey }) => publicKey),
        streams: [streamOf(current.family), streamOf(to)]
      });
      await this.#writer.seal(current, [{ type: familyMoved.type, data: { to, ...handed } }], familyMoved.type);
      await this.#engine.exchange();
      await this.#settler.settle();
    });
  }

  /** This device leaves the family. What was written stays here, on this device alone. */
  leave(): Promise<void> {
    return this.#alone(async () => {
      const stand = await this.#stand();
      const [current] = stand.families;
      if (current === undefined) return;
      await this.#writer.tell(current, { on: false });
      await this.#engine.exchange();
      await this.#writer.stayAlone(await this.#stand(), 'left');
    });
  }

  /** Everything of the family goes from this device, for good. */
  async erase(): Promise<void> {
    await this.leave();
    await this.#engine.erase(localStream);
  }

  /** Does what has become possible: goes along when the family moved, brings over what was written elsewhere. */
  settle(): Promise<void> {
    return this.#alone(() => this.#settler.settle());
  }

  #stand(): Promise<Stand> {
    return standOf(this.#engine, this.#opener);
  }
}

/** A row with what was opened, of all events those that it is made of. */
const folded = <Row>(projection: Projection<Row>, events: readonly SyncEvent[], local: Row | undefined) =>
  events
    .filter(({ type }) => projection.types.includes(type))
    .reduce<Row | undefined>((kept, event) => projection.fold(kept, event), local);
