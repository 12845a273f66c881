import { localeFacts, type Locale } from '$lib/i18n/locales';

/** Speeds that can be understood, slow to fast (ACCESSIBILITY U18). */
const speeds = [0.7, 0.85, 1, 1.2] as const;
const defaultLevel = 2;

/**
 * Reads a step aloud, sentence by sentence, and says which one is being spoken. Only voices that live on the device
 * are used: no text leaves it. Where the language has none, `available` stays false and the key is not shown.
 */
export class ReadAloud {
  available = $state(false);
  speaking = $state(false);
  #lang: string;
  #level = $state(defaultLevel);
  #queue: Element[] = [];
  #voice: SpeechSynthesisVoice | undefined;

  constructor(locale: Locale) {
    this.#lang = localeFacts[locale].lang;
  }

  /** Looks for a voice; browsers find theirs late, so this goes on listening. Returns what undoes it. */
  listen(): () => void {
    if (typeof speechSynthesis === 'undefined') return () => {};
    const look = () => {
      const voices = speechSynthesis
        .getVoices()
        .filter((voice) => voice.localService && voice.lang.startsWith(this.#lang));
      this.#voice = voices.find((voice) => voice.default) ?? voices[0];
      this.available = this.#voice !== undefined;
    };
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look);
      this.stop();
    };
  }

  /** Words a minute relative to the voice's own pace. */
  get speed(): number {
    return speeds[this.#level] ?? 1;
  }

  get canSlowDown(): boolean {
    return this.#level > 0;
  }

  get canSpeedUp(): boolean {
    return this.#level < speeds.length - 1;
  }

  changeSpeed(by: 1 | -1): void {
    this.#level = Math.min(Math.max(this.#level + by, 0), speeds.length - 1);
  }

  /** Speaks everything in `place` that is marked `data-sentence` and can be seen, in the order of the page. */
  start(place: Element): void {
    this.stop();
    this.#queue = [...place.querySelectorAll('[data-sentence]')].filter(
      (element) => element.getClientRects().length > 0
    );
    this.speaking = this.#queue.length > 0;
    this.#next();
  }

  stop(): void {
    this.#queue = [];
    this.speaking = false;
    clearMarks();
    if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel();
  }

  #next(): void {
    clearMarks();
    const element = this.#queue.shift();
    const text = element?.textContent.trim();
    if (!element) {
      this.speaking = false;
      return;
    }
    if (!text) return this.#next();
    const words = new SpeechSynthesisUtterance(text);
    words.lang = this.#lang;
    words.rate = this.speed;
    if (this.#voice) words.voice = this.#voice;
    words.onend = () => this.speaking && this.#next();
    words.onerror = () => this.speaking && this.stop();
    element.setAttribute('data-reading', '');
    element.scrollIntoView({ block: 'nearest' });
    speechSynthesis.speak(words);
  }
}

const clearMarks = () => {
  for (const element of document.querySelectorAll('[data-reading]')) element.removeAttribute('data-reading');
};
