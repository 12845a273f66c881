import { memoryShelf } from '$lib/sync/memory-shelf';
import type { Transport } from '$lib/sync/transport';
import type { RandomDraft } from '../../support/drafts';
import { aWorld } from '../../support/events';
import { aSyncDevice, type Fate, type SyncDevice } from '../../support/sync-device';
import { serverNow } from './turn';

interface Place {
  readonly way: Transport;
  readonly seed: number;
  readonly skewMs: number;
  /** the id of whoever is on it at the beginning */
  readonly person: string;
  readonly staff: readonly string[];
}

interface UnderWay {
  readonly first: Promise<unknown>;
  answer(): void;
}

/** One device of a schedule, through restarts, hands and wipes. */
export class Member {
  /** events that must be in the log at the end */
  readonly kept = new Set<string>();
  /** events that went with a wiped device before anybody had heard of them, or had said so */
  readonly vanished = new Set<string>();
  /** events of somebody who is no member */
  readonly refused = new Set<string>();
  person: string;
  device: SyncDevice;
  readonly #place: Place;
  readonly #world: ReturnType<typeof aWorld>;
  #shelf = memoryShelf();

  constructor(place: Place) {
    this.#place = place;
    this.person = place.person;
    this.#world = aWorld(serverNow + place.skewMs, place.seed);
    this.device = this.#on(place.way);
  }

  /** Time goes by. */
  pass(ms: number): void {
    this.#world.pass(ms);
  }

  /** Somebody sets the clock. */
  setClock(ms: number): void {
    this.#world.pass(ms - this.#world.now());
  }

  async begin(): Promise<void> {
    await this.device.follow(`learner/${this.person}`);
    for (const id of this.#place.staff) await this.device.holdGrant(id);
  }

  async record(draft: RandomDraft, isRefused = false): Promise<void> {
    const events = await this.device.record(draft);
    for (const { id } of events) (isRefused ? this.refused : this.kept).add(id);
  }

  /** Two tabs without locks: the first one's answer arrives after the other tab has exchanged. */
  async overtaken(fate: Fate): Promise<void> {
    const { first, answer } = await this.#underWay();
    await this.device.exchange(fate);
    answer();
    await first;
  }

  /** The next person takes the device; perhaps while an answer for the last one is still on its way. */
  async handOn(to: string, isUnderWay: boolean): Promise<void> {
    const before = isUnderWay ? await this.#underWay() : undefined;
    await this.device.leave(`learner/${this.person}`);
    this.person = to;
    await this.device.follow(`learner/${to}`);
    before?.answer();
    await before?.first;
  }

  /** Switched off and on: the same shelf, in other hands. */
  restart(): void {
    this.device = this.#on(this.#place.way);
  }

  /** Everything on it is gone; the same people go on with it. */
  async wipe(): Promise<void> {
    const unsent = await this.#shelf.read(async (tx) => [
      ...(await tx.entriesIn('waiting', 0, 1000)),
      ...(await tx.entriesIn('refused', 0, 1000))
    ]);
    for (const { id } of unsent) {
      this.vanished.add(id);
      this.kept.delete(id);
      this.refused.delete(id);
    }
    this.#shelf = memoryShelf();
    this.device = this.#on(this.#place.way);
    await this.begin();
  }

  /** An exchange that has been asked for, and whose answers are held back until `answer` is called. */
  async #underWay(): Promise<UnderWay> {
    let answer: () => void = () => undefined;
    let asked: () => void = () => undefined;
    const free = new Promise<void>((done) => (answer = done));
    const isAsked = new Promise<void>((done) => (asked = done));
    const slow = this.#on(async (body) => {
      const reply = await this.#place.way(body);
      asked();
      await free;
      return reply;
    });
    const first = slow.exchange();
    await isAsked;
    return { first, answer };
  }

  #on(way: Transport): SyncDevice {
    return aSyncDevice(this.#world, way, this.#shelf);
  }
}
