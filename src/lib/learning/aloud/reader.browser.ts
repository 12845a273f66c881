import { formatTag, type Locale } from '$lib/i18n/locales';
import type { Settings } from '$lib/ui/settings';
import { Voice } from '$lib/ui/voice.browser';
import { ReadAloud } from './read-aloud.svelte';
import { sentencesIn, type Part, type Spoken } from './sentences';

/** The name of the word's mark, as style sheets know it. */
const wordMark = 'read-word';
/** Letters, digits and what holds them together, for voices that do not tell how long a word is. */
const word = /^[\p{L}\p{M}\p{N}’'-]+/u;

/**
 * Reading aloud on this page, in its language. A screen that is locked, and a page that is left, pause it: there the
 * engines stop by themselves, and some never say so.
 */
export class PageReader extends ReadAloud {
  constructor(locale: Locale, pace: () => Settings['pace']) {
    super(new Voice(formatTag(locale), pace), { read: (place) => sentencesIn(place, isOnScreen), mark, markWord });
  }

  override listen(): () => void {
    const end = super.listen();
    const look = () => document.visibilityState === 'hidden' && this.pause();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      end();
    };
  }
}

function isOnScreen(part: Part): boolean {
  if (!(part instanceof Text)) return false;
  const range = document.createRange();
  range.selectNodeContents(part);
  return range.getClientRects().length > 0;
}

function mark(at?: { spoken: Spoken; isWaiting: boolean }): void {
  clearWord();
  for (const element of document.querySelectorAll('[data-reading]')) element.removeAttribute('data-reading');
  if (!(at?.spoken.place instanceof Element)) return;
  at.spoken.place.setAttribute('data-reading', at.isWaiting ? 'waiting' : '');
  if (!at.isWaiting) at.spoken.place.scrollIntoView({ block: 'nearest' });
}

/** Where the browser can mark letters without touching the page: Chrome and Edge, Safari from 17.2 on. */
function markWord({ texts, text }: Spoken, at: number, length = word.exec(text.slice(at))?.[0].length ?? 0): void {
  if (typeof Highlight === 'undefined') return;
  const from = placeIn(texts, at);
  const to = placeIn(texts, at + length, true);
  if (!from || !to) return;
  const range = document.createRange();
  range.setStart(from.text, from.at);
  range.setEnd(to.text, to.at);
  CSS.highlights.set(wordMark, new Highlight(range));
}

function clearWord(): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(wordMark);
}

/** @param isEnd the letter's end, which may be the end of a node */
function placeIn(texts: readonly Part[], at: number, isEnd = false): { text: Text; at: number } | undefined {
  let left = at;
  for (const text of texts) {
    if (!(text instanceof Text)) continue;
    if (left < text.length || (isEnd && left === text.length)) return { text, at: left };
    left -= text.length;
  }
  return undefined;
}
