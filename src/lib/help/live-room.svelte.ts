import type { CourseFile } from '$lib/content/lesson';
import { latest, place } from '$lib/learning/place';
import { progress, progressKey } from '$lib/learning/progress';
import type { Engine } from '$lib/sync/engine.browser';
import type { Draft, EventId } from '$lib/sync/event';
import { helpAnswered, helpEnded, lessonOffered, offerWithdrawn } from './events';
import { helpCall, openCalls, type OpenCall } from './help-call';
import { lessonOffer, standingOffers, type StandingOffer } from './lesson-offer';
import { isSince, lastOn, whereIs, type WhoIsWhere } from './steps';

interface Around {
  /** `staff/<id>` of who looks */
  readonly by: string;
  /** UTC milliseconds since when something counts for this meeting */
  from(): number;
  courseOf(id: string): CourseFile | undefined;
}

/** What to show to whom. */
export interface Offering {
  readonly course: string;
  readonly lesson: string;
  /** one tablet; nothing: all */
  readonly tablet?: string | undefined;
}

/** The room of one meeting as this device knows it, and what the trainer in it says. */
export class LiveRoom {
  /** UTC milliseconds: the view is of this moment */
  now = $state(Date.now());
  readonly #engine: Engine;
  readonly #meeting: string;
  readonly #around: Around;
  readonly #calls;
  readonly #offers;
  readonly #places;
  readonly #progress;

  constructor(engine: Engine, meeting: string, around: Around) {
    this.#engine = engine;
    this.#meeting = meeting;
    this.#around = around;
    const prefix = `${meeting}|`;
    this.#calls = engine.live(helpCall, { prefix });
    this.#offers = engine.live(lessonOffer, { prefix });
    this.#places = engine.live(place, { prefix: '' });
    this.#progress = engine.live(progress, { prefix: '' });
  }

  /** The device's rows have been read: nobody is missing because of a moment's wait. */
  get loaded(): boolean {
    return this.#calls.loaded && this.#places.loaded;
  }

  /** The hands that are up, in the order in which somebody should go. */
  get calls(): OpenCall[] {
    return openCalls(this.#calls.current ?? [], { from: this.#around.from() });
  }

  get offers(): StandingOffer[] {
    return standingOffers(this.#offers.current ?? [], { from: this.#around.from() });
  }

  /** The courses that somebody has been in during this meeting. */
  get courses(): string[] {
    const from = this.#around.from();
    const here = (this.#places.current ?? []).filter((one) => isSince(one, from)).map(({ course }) => course);
    return here.filter((course, index) => here.indexOf(course) === index);
  }

  /** @param ids of one person: their own, and those that are read as it */
  whereIs(ids: readonly string[]): WhoIsWhere | undefined {
    const [person = ''] = ids;
    const mine = (this.#places.current ?? []).filter((one) => ids.includes(one.person));
    return whereIs(latest(mine), {
      person,
      from: this.#around.from(),
      now: this.now,
      courseOf: (id) => this.#around.courseOf(id),
      isDone: ({ person: id, lesson }) => this.#isFinished(progressKey(id, lesson))
    });
  }

  /** Who raised a hand, where the last step on that tablet was theirs. */
  whoRaised({ device, lastHere }: OpenCall): string | undefined {
    const from = this.#around.from();
    return lastHere ? lastOn(this.#places.current ?? [], { device, from }) : undefined;
  }

  /** "Ich komme", or "doch nicht". */
  async answer({ call }: OpenCall, coming: boolean): Promise<void> {
    await this.#record({ type: helpAnswered.type, data: { call, coming } });
  }

  /** Nobody has been there after all: the hand is up again, and whoever said so is on the way. */
  async takeBack({ call }: OpenCall): Promise<void> {
    await this.#record({ type: helpAnswered.type, data: { call, coming: true, again: true } });
  }

  /** Somebody has been there. */
  async end({ call }: OpenCall): Promise<void> {
    await this.#record({ type: helpEnded.type, data: { call } });
  }

  async offer({ course, lesson, tablet }: Offering): Promise<void> {
    const to = tablet === undefined ? {} : { tablet };
    await this.#record({ type: lessonOffered.type, data: { course, lesson, ...to } });
  }

  async withdraw(offer: EventId): Promise<void> {
    await this.#record({ type: offerWithdrawn.type, data: { offer } });
  }

  #isFinished(key: string): boolean {
    const row = this.#progress.current?.find(({ person, lesson }) => progressKey(person, lesson) === key);
    return row?.completedAt !== undefined;
  }

  async #record(said: Pick<Draft, 'type' | 'data'>): Promise<void> {
    const { by } = this.#around;
    await this.#engine.record({ ...said, stream: `meeting/${this.#meeting}`, by, seen: undefined });
    void this.#engine.exchange();
  }
}
