import type { Heard } from '$lib/ui/voice.browser';
import type { Part, Spoken } from './sentences';

/** Who says it: the device's voice. */
interface Speaker {
  watch(found: (isThere: boolean) => void): () => void;
  say(text: string, heard: Heard): void;
  hush(): void;
}

/** What is read, and where it is shown how far the voice is. */
interface Page {
  /** All that can be read there now, in order. */
  read(place: Part): readonly Spoken[];
  /** Marks what is said now, or where it will go on; nothing takes the mark away. */
  mark(at?: { spoken: Spoken; isWaiting: boolean }): void;
  /** Marks a word of what is said. */
  markWord(spoken: Spoken, at: number, length: number | undefined): void;
}

/** One sentence that cannot be said is left out; with the second in a row it is the voice that fails. */
const missesInARow = 2;

/**
 * Reads a step aloud, sentence by sentence. It looks at the page anew before each: an answer's reason that has come in the
 * meantime is read, too. Paused, it keeps its place. There is never more than one voice.
 */
export class ReadAloud {
  /** The device has a voice for the language. */
  available = $state(false);
  state = $state<'still' | 'speaking' | 'paused'>('still');
  /** The voice has failed; the place is kept. */
  failed = $state(false);
  readonly #speaker: Speaker;
  readonly #page: Page;
  #place: Part | undefined;
  #now: Spoken | undefined;
  #index = 0;
  #misses = 0;

  constructor(speaker: Speaker, page: Page) {
    this.#speaker = speaker;
    this.#page = page;
  }

  /** Looks for a voice from now on. @returns what ends that and all reading */
  listen(): () => void {
    const unwatch = this.#speaker.watch((isThere) => (this.available = isThere));
    return () => {
      unwatch();
      this.stop();
    };
  }

  /** The one key: reads, pauses, goes on. Another place is read from its beginning. */
  tap(place: Part): void {
    if (this.state === 'speaking') this.pause();
    else if (this.state === 'paused' && place === this.#place) this.#goOn();
    else this.start(place);
  }

  /** Reads all of a place from its beginning. */
  start(place: Part): void {
    this.stop();
    this.#place = place;
    this.#say(0);
  }

  /** Is quiet and keeps the place: it goes on with the same sentence. */
  pause(): void {
    if (this.state !== 'speaking' || !this.#now) return;
    this.#speaker.hush();
    this.state = 'paused';
    this.#page.mark({ spoken: this.#now, isWaiting: true });
  }

  /** Is quiet; the place is forgotten. */
  stop(): void {
    if (this.state !== 'still') this.#speaker.hush();
    this.state = 'still';
    this.failed = false;
    this.#place = this.#now = undefined;
    this.#index = this.#misses = 0;
    this.#page.mark();
  }

  #goOn(): void {
    this.failed = false;
    this.#misses = 0;
    const at = this.#whereNow();
    this.#say(at < 0 ? this.#index : at);
  }

  #all = () => (this.#place ? this.#page.read(this.#place) : []);

  /** Where the present sentence stands now; -1 where it has gone: then the one after it has taken its index. */
  #whereNow = () => this.#all().findIndex(({ place }) => place === this.#now?.place);

  #say(index: number): void {
    const spoken = this.#all()[index];
    if (!spoken) return this.stop();
    this.#now = spoken;
    this.#index = index;
    this.state = 'speaking';
    this.#page.mark({ spoken, isWaiting: false });
    const { text } = spoken;
    const before = text.length - text.trimStart().length;
    this.#speaker.say(text.trim(), {
      onend: () => {
        this.#misses = 0;
        this.#sayNext();
      },
      onfail: () => this.#miss(),
      onword: (at, length) => this.#page.markWord(spoken, before + at, length)
    });
  }

  #sayNext(): void {
    const at = this.#whereNow();
    this.#say(at < 0 ? this.#index : at + 1);
  }

  #miss(): void {
    this.#misses += 1;
    const isLast = this.#whereNow() === this.#all().length - 1;
    if (this.#misses < missesInARow && !isLast) return this.#sayNext();
    this.pause();
    this.failed = true;
  }
}
