import { personOnDevice } from '$lib/access/person.svelte';
import { place } from '$lib/learning/place';
import type { Draft } from '$lib/sync/event';
import { opened } from '$lib/sync/opened.svelte';
import { idsOf } from '$lib/sync/snapshot';
import { helpEnded, helpRaised, offerAnswered, type OfferAnswer } from './events';
import { callsOf, helpCall, openCalls, type OpenCall } from './help-call';
import { lessonOffer, offerTo, type StandingOffer } from './lesson-offer';
import { countsFrom, meetingHere } from './meeting-here';
import { lastOn } from './steps';

/** So long a raised hand may be on its way; then the tablet itself becomes the hand. */
export const unheardMs = 2000;

/** A club tablet at the meeting that goes on around it: its raised hand, and what it is asked to open. */
class TabletRoom {
  #now = $state.raw(new Date());
  /** UTC milliseconds at which the hand went up on this page */
  #raisedAt = $state(0);
  /** No meeting is known here: the hand stands on this screen alone. */
  #isAlone = $state(false);
  /** The whole screen was put away; the hand stays up. */
  #isPutAway = $state(false);
  readonly #meeting = $derived.by(() => {
    const { snapshot } = opened;
    if (!snapshot?.tablet) return undefined;
    const { id } = personOnDevice;
    const groups = snapshot.members.find((member) => member.id === id)?.groups;
    return meetingHere(snapshot, { groups, now: this.#now });
  });
  // As texts: a new snapshot or a minute that goes by does not have everything read again.
  readonly #meetingId = $derived(this.#meeting?.id);
  readonly #from = $derived(this.#meeting ? countsFrom(this.#meeting) : Infinity);
  readonly #calls = $derived(
    this.#meetingId === undefined ? undefined : opened.engine?.live(helpCall, { prefix: `${this.#meetingId}|` })
  );
  readonly #offers = $derived(
    this.#meetingId === undefined ? undefined : opened.engine?.live(lessonOffer, { prefix: `${this.#meetingId}|` })
  );
  readonly #waiting = $derived(opened.engine?.outbox.newest('waiting', 100));
  readonly #call: OpenCall | undefined = $derived(
    openCalls(this.#calls?.current ?? [], { from: this.#from }).find(({ tablet }) => tablet === this.tablet?.id)
  );
  readonly #isUnheard = $derived.by(() => {
    const waiting = this.#waiting?.current ?? [];
    return this.#call !== undefined && waiting.some(({ event }) => event.id === this.#call?.call);
  });

  /** The club tablet, where this device is one. */
  get tablet(): { readonly id: string; readonly name: string } | undefined {
    return opened.snapshot?.tablet;
  }

  get isUp(): boolean {
    return this.#isAlone || this.#call !== undefined;
  }

  /** A trainer has said "Ich komme". */
  get isComing(): boolean {
    return this.#call?.coming !== undefined;
  }

  /** The hand has not been heard: a moment more, and this screen is the hand. */
  get isOnItsWay(): boolean {
    return this.#isUnheard;
  }

  /** Nobody hears of the hand over the network: the whole screen shows it, unless somebody put it away. */
  get isWholeScreen(): boolean {
    const isLate = this.#now.getTime() - this.#raisedAt >= unheardMs;
    return !this.#isPutAway && (this.#isAlone || (this.#isUnheard && isLate));
  }

  /** What a trainer asks to open here. */
  get offer(): StandingOffer | undefined {
    const tablet = this.tablet?.id;
    return tablet === undefined ? undefined : offerTo(this.#offers?.current ?? [], { tablet, from: this.#from });
  }

  /** Time has gone by. */
  look(): void {
    this.#now = new Date();
  }

  putAway(): void {
    this.#isPutAway = true;
  }

  /** One key: the hand goes up, or down. */
  async toggle(): Promise<void> {
    this.look();
    if (this.isUp) await this.lower();
    else await this.#raise();
  }

  async lower(): Promise<void> {
    this.#isAlone = false;
    const { engine } = opened;
    const meeting = this.#meetingId;
    const tablet = this.tablet?.id;
    if (!engine || meeting === undefined || tablet === undefined) return;
    const rows = await engine.rows(helpCall, { prefix: `${meeting}|` });
    const mine = callsOf(rows, { tablet, from: this.#from });
    await this.#record(...mine.map(({ call }) => ({ type: helpEnded.type, data: { call } })));
  }

  /** The learner's one tap on what was offered. */
  async answer({ offer }: StandingOffer, answer: OfferAnswer): Promise<void> {
    await this.#record({ type: offerAnswered.type, data: { offer, answer } });
  }

  async #raise(): Promise<void> {
    this.#isPutAway = false;
    this.#raisedAt = Date.now();
    const { engine } = opened;
    if (!engine || this.#meetingId === undefined) {
      this.#isAlone = true;
      return;
    }
    const places = await engine.rows(place, { prefix: '' });
    const last = lastOn(places, { device: engine.device, from: this.#from });
    const { current } = personOnDevice;
    const isLast = current !== undefined && last !== undefined && idsOf(opened.snapshot, current.id).includes(last);
    await this.#record({ type: helpRaised.type, data: isLast ? { lastHere: true } : {} });
  }

  async #record(...said: readonly Pick<Draft, 'type' | 'data'>[]): Promise<void> {
    const { engine } = opened;
    const meeting = this.#meetingId;
    const tablet = this.tablet?.id;
    if (!engine || meeting === undefined || tablet === undefined || said.length === 0) return;
    const where = { stream: `meeting/${meeting}`, by: `device/${tablet}`, seen: undefined };
    await engine.record(said.map((each) => ({ ...each, ...where })));
    // A hand does not wait for its neighbours, as steps do.
    void engine.exchange();
  }
}

export const tabletRoom = new TabletRoom();
