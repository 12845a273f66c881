import type { WordEntry } from '$lib/content/glossary';
import type { SearchedCourse, SearchFile } from '$lib/content/search/search-file';
import type { Locale } from '$lib/i18n/locales';
import { searchAddress, wordsAddress } from '$lib/pwa/kept-content';
import type { Finder } from './find';

/** So many results at once: large cards, and the best are first. */
const atOnce = 6;

/**
 * The search of one language. What can be found comes when the page is opened; after that nothing is asked of the network,
 * and no letter that somebody types leaves the device.
 */
export class Search {
  state = $state<'loading' | 'ready' | 'missing'>('loading');
  /** What is searched for. */
  asked = $state('');
  courses = $state.raw<SearchedCourse[]>([]);
  #finder = $state.raw<Finder>();
  #wanted = $state(atOnce);
  readonly #locale: Locale;

  /** @param first what is to be searched for at once */
  constructor(locale: Locale, first: string) {
    this.#locale = locale;
    this.asked = first.trim();
  }

  readonly found = $derived(this.#finder?.find(this.asked) ?? []);
  readonly shown = $derived(this.found.slice(0, this.#wanted));
  readonly isEmpty = $derived(this.#finder !== undefined && this.asked !== '' && this.found.length === 0);
  /** Words that were perhaps meant, where nothing was found. */
  readonly meant = $derived(this.isEmpty ? (this.#finder?.meant(this.asked) ?? []) : []);

  /** Brings what can be found: from the network, or from the device. */
  async open(): Promise<void> {
    this.state = 'loading';
    try {
      const [{ openFinder }, file, words] = await Promise.all([
        import('./find'),
        json<SearchFile>(searchAddress(this.#locale)),
        json<WordEntry[]>(wordsAddress(this.#locale))
      ]);
      this.courses = file.courses;
      this.#finder = await openFinder({ locale: this.#locale, file, words });
      this.state = 'ready';
    } catch {
      this.state = 'missing';
    }
  }

  ask(text: string): void {
    if (text.trim() === this.asked) return;
    this.asked = text.trim();
    this.#wanted = atOnce;
  }

  showMore(): void {
    this.#wanted += atOnce;
  }
}

/** The files come from our own build: their shape is trusted here. */
async function json<Shape>(address: string): Promise<Shape> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
