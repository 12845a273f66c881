import type { Settings } from './settings';

/** Relative to the voice's own pace, within what can be understood (ACCESSIBILITY U18). */
const rates: Record<Settings['pace'], number> = { slow: 0.75, normal: 1, fast: 1.2 };
/** A voice that says nothing of itself for so long has got stuck: the slowest need about 0.15 s a letter. */
const patienceMs = (letters: number): number => 8000 + 250 * letters;
/** Safari 15 finds its voices late and does not tell. */
const lateMs = 1500;

/** How a text came to its end, and where the voice is in the meantime. */
export interface Heard {
  onend: () => void;
  /** It broke off, or never came to its end. */
  onfail: () => void;
  /** A word begins: its first letter, counted from 0, and its length where the browser tells. */
  onword: (at: number, length: number | undefined) => void;
}

/**
 * The voice of one language that lives on the device; others would send the text away. One text at a time: whoever
 * speaks cuts off what was said before, and of that nothing more is heard.
 */
export class Voice {
  #tag: string;
  #rate: () => Settings['pace'];
  #voice: SpeechSynthesisVoice | undefined;
  // Also keeps Chrome from forgetting it before its end.
  #now: SpeechSynthesisUtterance | undefined;
  #stuck: ReturnType<typeof setTimeout> | undefined;

  /** @param tag BCP 47, with a region where one is wanted: `en-GB` */
  constructor(tag: string, pace: () => Settings['pace']) {
    this.#tag = tag;
    this.#rate = pace;
  }

  /** Looks for the voice, now and whenever the browser finds others. @returns what ends that */
  watch(found: (isThere: boolean) => void): () => void {
    if (typeof speechSynthesis === 'undefined') return () => undefined;
    const look = () => {
      this.#voice = bestOf(speechSynthesis.getVoices(), this.#tag);
      found(this.#voice !== undefined);
    };
    look();
    const late = setTimeout(look, lateMs);
    const tells = 'addEventListener' in speechSynthesis;
    if (tells) speechSynthesis.addEventListener('voiceschanged', look);
    return () => {
      clearTimeout(late);
      if (tells) speechSynthesis.removeEventListener('voiceschanged', look);
    };
  }

  say(text: string, { onend, onfail, onword }: Heard): void {
    this.hush();
    const words = new SpeechSynthesisUtterance(text);
    words.lang = this.#voice?.lang ?? this.#tag;
    words.rate = rates[this.#rate()];
    words.voice = this.#voice ?? null;
    const done = (tell: () => void) => {
      if (this.#now !== words) return;
      this.#forget();
      tell();
    };
    const wait = () => {
      clearTimeout(this.#stuck);
      this.#stuck = setTimeout(() => done(onfail), patienceMs(text.length));
    };
    words.onend = () => done(onend);
    words.onerror = () => done(onfail);
    words.onboundary = ({ name, charIndex, charLength }) => {
      if (this.#now !== words) return;
      wait();
      // Safari before 17 and some voices leave the length out.
      if (name === 'word') onword(charIndex, charLength > 0 ? charLength : undefined);
    };
    this.#now = words;
    wait();
    speechSynthesis.speak(words);
  }

  /** Nothing is said any more. */
  hush(): void {
    this.#forget();
    if (typeof speechSynthesis === 'undefined') return;
    // Some engines swallow what comes right after a cancel: only where something is to be cut off.
    if (speechSynthesis.speaking || speechSynthesis.pending) speechSynthesis.cancel();
    if (speechSynthesis.paused) speechSynthesis.resume();
  }

  #forget(): void {
    clearTimeout(this.#stuck);
    this.#now = undefined;
  }
}

/** The device's own choice for the language first, then the wanted region, then any. Android writes `de_DE`. */
function bestOf(voices: readonly SpeechSynthesisVoice[], tag: string): SpeechSynthesisVoice | undefined {
  const plain = (lang: string) => lang.replace('_', '-').toLowerCase();
  const [language] = plain(tag).split('-');
  const fitting = voices.filter(({ localService, lang }) => localService && plain(lang).split('-')[0] === language);
  return fitting.find((voice) => voice.default) ?? fitting.find(({ lang }) => plain(lang) === plain(tag)) ?? fitting[0];
}
