import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '$lib/base/world';
import type { Draft } from '$lib/sync/event';
import { memoryShelf } from '$lib/sync/memory-shelf';
import type { Transport } from '$lib/sync/transport';
import { aSyncDevice, fates, type SyncDevice } from '../../support/sync-device';

interface Place {
  readonly way: Transport;
  readonly people: readonly string[];
  readonly meeting: string;
  /** who is signed in on it; nobody on a club tablet */
  readonly staff?: string;
  note(what: string): void;
}

const [minute, day] = [60_000, 86_400_000];

/** How wrong a clock may be; 0 comes up most. A trainer's phone is never days off: rights are judged by the time. */
const skews = [
  () => 0,
  () => 0,
  () => 0,
  () => -3 * day,
  () => 2 * day,
  () => minute,
  () => -Date.now(),
  () => Date.UTC(2100, 0, 1) - Date.now()
];

/** One tablet of a room, or a trainer's phone: people come and go, clocks jump, networks fail, it is switched off. */
export class SimTablet {
  /** ids of everything that was recorded on it */
  readonly recorded: string[] = [];
  device: SyncDevice;
  readonly #place: Place;
  readonly #shelf = memoryShelf();
  readonly #world: World;
  #skewMs = 0;
  #person: string;

  constructor(place: Place) {
    this.#place = place;
    this.#world = { now: () => Date.now() + this.#skewMs, random: (bytes) => new Uint8Array(randomBytes(bytes)) };
    this.#person = oneOf(place.people);
    this.device = this.#switchedOn();
  }

  /** Lets things happen until it is over. */
  async live(restMs: number, isOver: () => boolean): Promise<void> {
    if (this.#place.staff === undefined) await this.device.follow(`learner/${this.#person}`);
    await pause(Math.random() * restMs);
    while (!isOver()) {
      await this.#something();
      await pause(restMs * (0.5 + Math.random()));
    }
  }

  async #something(): Promise<void> {
    const chance = Math.random();
    if (chance < 0.55) await this.#learn();
    else if (chance < 0.85) await this.#exchange();
    else if (chance < 0.9) await this.#handOn();
    else if (chance < 0.94) this.#jump();
    else if (chance < 0.97) this.#restart();
    else await this.#twoTabs();
  }

  async #learn(): Promise<void> {
    const drafts = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, () => this.#draft());
    for (const draft of drafts) {
      const events = await this.device.record(draft);
      this.recorded.push(...events.map(({ id }) => id));
    }
    if (Math.random() < 0.4) await this.#exchange();
  }

  async #exchange(): Promise<void> {
    const fate = Math.random() < 0.7 ? 'arrives' : oneOf(fates);
    this.#place.note(fate);
    const { end } = await this.device.exchange(fate);
    if (end !== 'done') this.#place.note(`ended ${end}`);
  }

  async #handOn(): Promise<void> {
    if (this.#place.staff !== undefined) return;
    this.#place.note('handed on');
    await this.device.leave(`learner/${this.#person}`);
    this.#person = oneOf(this.#place.people);
    await this.device.follow(`learner/${this.#person}`);
  }

  #jump(): void {
    this.#place.note('clock jumped');
    this.#skewMs = this.#place.staff === undefined ? oneOf(skews)() : Math.random() * minute;
  }

  /** Switched off and on: what was under way is forgotten, what is on the shelf stays. */
  #restart(): void {
    this.#place.note('restarted');
    this.device = this.#switchedOn();
  }

  /** Two tabs of an old browser without locks: both exchange, and answers overtake each other. */
  async #twoTabs(): Promise<void> {
    this.#place.note('two at once');
    const other = this.#switchedOn();
    await Promise.all([this.device.exchange(oneOf(fates)), other.exchange(oneOf(fates))]);
  }

  #switchedOn(): SyncDevice {
    return aSyncDevice(this.#world, this.#place.way, this.#shelf);
  }

  #draft(): Draft {
    const { staff, meeting, people } = this.#place;
    if (staff !== undefined) {
      const data = { person: oneOf(people), status: oneOf(['present', 'late', 'absent', 'open']) };
      return { stream: `meeting/${meeting}`, type: 'attendance.marked', by: `staff/${staff}`, data };
    }
    const place = {
      course: 'tablet-basics',
      lesson: `lesson-${Math.floor(Math.random() * 6)}`,
      step: `step-${Math.floor(Math.random() * 9)}`
    };
    const by = `person/${this.#person}`;
    const [kind, type, data] = oneOf<readonly [string, string, object]>([
      ['progress', 'place.moved', place],
      ['progress', 'step.completed', place],
      ['progress', 'practice.completed', { ...place, outcome: 'done' }],
      ['learner', 'answer.given', { ...place, choice: Math.floor(Math.random() * 3), right: true }]
    ]);
    return { stream: `${kind}/${this.#person}`, type, by, data };
  }
}

function oneOf<T>(choices: readonly T[]): T {
  const choice = choices[Math.floor(Math.random() * choices.length)];
  if (choice === undefined) throw new Error('Nothing to choose from');
  return choice;
}
