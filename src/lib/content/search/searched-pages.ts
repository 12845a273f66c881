import type { Locale } from '../../i18n/locales';
import { casesIn, cardsIn } from '../for-parents/help-files';
import type { Help } from '../for-parents/read-help';
import { plainText, type Block } from '../lesson';
import { termsIn } from './terms';

/** What the search knows of a page of help. */
export interface SearchedPage {
  /** help: what to do in a case · games: a card of "Was spielt mein Kind?" */
  room: 'help' | 'games';
  /** Its place in that room: `/help/money`. */
  id: string;
  title: string;
  goal: string;
  /** What else it is called. Terms, with a space between two. */
  words: string;
  /** What its text says, each term once, with a space between two. */
  terms: string;
}

/** The pages of help that can be found in one language. */
export function searchedPages(help: Help, locale: Locale): SearchedPage[] {
  const pageOf = (room: SearchedPage['room'], page: Page, also: readonly string[]): SearchedPage => {
    const { id, title, goal, sections } = page;
    const text = sections.flatMap((section) => [section.title, ...section.blocks.map(textOf)]).join(' ');
    const terms = (words: string): string => [...new Set(termsIn(words, locale))].join(' ');
    return { room, id, title, goal, words: terms(also.join(' ')), terms: terms(text) };
  };
  return [
    ...casesIn(help, locale).map((page) =>
      pageOf('help', { ...page, sections: page.steps }, alsoOf(help.cases, page.id, page.locale))
    ),
    ...cardsIn(help, locale).map((page) => pageOf('games', page, alsoOf(help.cards, page.id, page.locale)))
  ];
}

interface Page {
  id: string;
  title: string;
  goal: string;
  sections: { title: string; blocks: Block[] }[];
}

const alsoOf = (
  pages: readonly { facts: { id: string; also: Record<string, string[]> } }[],
  id: string,
  locale: Locale
): string[] => pages.find(({ facts }) => facts.id === id)?.facts.also[locale] ?? [];

const textOf = (block: Block): string =>
  block.kind === 'paragraph' ? plainText(block.sentences) : block.items.map(plainText).join(' ');
