import type { StateCode } from '../../base/federal-states';
import type { Locale } from '../../i18n/locales';
import type { Block } from '../lesson';

/** What may have happened: each has a page with five steps. */
export const helpCases = ['money', 'stranger', 'blackmail', 'bullying'] as const;
export type HelpCaseId = (typeof helpCases)[number];

/** What somebody may need help with. */
export const helpThemes = [...helpCases, 'gaming', 'mental-health', 'law'] as const;
export type HelpTheme = (typeof helpThemes)[number];

/** One thing to do now. */
export interface HelpStep {
  id: string;
  title: string;
  blocks: Block[];
  /** The id of an address with a telephone that is to be called in this step. */
  call?: string;
}

/** What to do when something has happened, in exactly five steps. */
export interface HelpCase {
  id: HelpCaseId;
  /** The language that it is written in: German where it lacks the asked one. */
  locale: Locale;
  title: string;
  goal: string;
  steps: HelpStep[];
}

/** A public or publicly financed body that helps. */
export interface HelpAddress {
  id: string;
  /** Its own name. */
  name: string;
  /** Who it is for, and with what. */
  whom: string;
  /** The language that this and the hours are written in: German where they lack the asked one. */
  locale: Locale;
  themes: HelpTheme[];
  states: 'all' | StateCode[];
  /** Digits and spaces; not there where two sources did not agree. */
  phone?: string;
  hours?: string;
  /** Its page, to be typed: no way leads out of this house. */
  web?: string;
  /** Neither the call nor the advice costs anything. */
  isFree: boolean;
  /** The day on which it was looked up, `YYYY-MM-DD`. */
  checked: string;
}

/** One language's file of help (`/content/<locale>/help.json`). */
export interface HelpFile {
  cases: HelpCase[];
  addresses: HelpAddress[];
}

/** A genre of games, a situation at home, a list to go through before something is bought, or questions to cut out and draw. */
export const cardKinds = ['genre', 'situation', 'checklist', 'talk'] as const;
export type CardKind = (typeof cardKinds)[number];

/** What stands on a card, in order. */
export const cardSections: Record<CardKind, readonly string[]> = {
  genre: ['fun', 'look', 'ask', 'agree'],
  situation: ['fun', 'look', 'ask', 'agree'],
  checklist: ['child', 'money', 'device'],
  talk: ['from-four', 'from-eight', 'from-twelve']
};

/** Questions that each of these sections has in its list: three for the child, six on a sheet of talk cards. */
export const questionsIn: Readonly<Partial<Record<CardKind, Readonly<Record<string, number>>>>> = {
  genre: { ask: 3 },
  situation: { ask: 3 },
  talk: { 'from-four': 6, 'from-eight': 6, 'from-twelve': 6 }
};

/** A card of "Was spielt mein Kind?". */
export interface GameCard {
  id: string;
  kind: CardKind;
  picture: string;
  /** The language that it is written in: German where it lacks the asked one. */
  locale: Locale;
  title: string;
  goal: string;
  sections: { id: string; title: string; blocks: Block[] }[];
}

/** One language's file of cards (`/content/<locale>/games.json`), in the order in which they are shown. */
export interface GamesFile {
  cards: GameCard[];
}

/** Where the help of a language is served. */
export const helpAddress = (locale: Locale): string => `/content/${locale}/help.json`;

/** Where the cards of a language are served. */
export const gamesAddress = (locale: Locale): string => `/content/${locale}/games.json`;
