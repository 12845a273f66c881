import { readAgenda, recordReview, type Agenda, type Asked, type ReadyItem } from './agenda.browser';
import { localDay } from './local-day';
import { comingAfter } from './items';

/**
 * loading: the device is being read · nothing: no lesson is finished that brings something back · resting: nothing waits today ·
 * away: what waits is not on the device · asking: a question or practice is on the screen · done: that was all for today
 */
export type RoundState = 'loading' | 'nothing' | 'resting' | 'away' | 'asking' | 'done';

/** One sitting: what comes back today, one after the other. */
export class ReviewRound {
  /** Counted from 0. */
  index = $state(0);
  #agenda = $state.raw<Agenda>();
  #asked: Asked | undefined;
  #isUnderWay = false;

  /** Reads what waits. Does nothing once somebody has answered or gone on: their questions stay where they are. */
  async begin(asked: Asked): Promise<void> {
    if (this.#isUnderWay) return;
    this.#asked = asked;
    const agenda = await readAgenda(asked);
    if (this.#isUnderWay) return;
    // What is the same stays as it is on the screen: an exchange in the background disturbs nobody who reads.
    const before = this.#agenda?.ready ?? [];
    this.#agenda = isSame(before, agenda.ready) ? { ...agenda, ready: before } : agenda;
  }

  get state(): RoundState {
    const agenda = this.#agenda;
    if (!agenda) return 'loading';
    if (this.current) return 'asking';
    if (this.index > 0) return 'done';
    if (agenda.isAway) return 'away';
    return agenda.items.length === 0 ? 'nothing' : 'resting';
  }

  get total(): number {
    return this.#agenda?.ready.length ?? 0;
  }

  get current(): ReadyItem | undefined {
    return this.#agenda?.ready[this.index];
  }

  /** The day of this sitting, counted from 1970. */
  get today(): number {
    return localDay(this.#asked?.now ?? 0);
  }

  /** The next day on which something comes back, and how much; read anew when the round is over. */
  get coming(): ReturnType<typeof comingAfter> {
    return this.#agenda && comingAfter(this.#agenda.items, this.today);
  }

  /** The first answer to the question on the screen, or whether its practice went without help. */
  answer(isRight: boolean): void {
    this.#isUnderWay = true;
    if (this.current) recordReview(this.current, isRight);
  }

  /** It is done, or left for another time. */
  async goOn(): Promise<void> {
    this.#isUnderWay = true;
    this.index += 1;
    if (this.current || !this.#agenda || !this.#asked) return;
    // What comes next is reckoned with the answers of just now.
    const { items } = await readAgenda(this.#asked);
    this.#agenda = { ...this.#agenda, items };
  }
}

const isSame = (some: readonly ReadyItem[], others: readonly ReadyItem[]): boolean =>
  some.length === others.length &&
  some.every(({ lesson, step }, index) => lesson === others[index]?.lesson && step === others[index].step);
