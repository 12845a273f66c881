import type { TFunction } from 'i18next';
import type aid from './messages/de/aid';
import type aloud from './messages/de/aloud';
import type base from './messages/de/base';
import type club from './messages/de/club';
import type device from './messages/de/device';
import type family from './messages/de/family';
import type hand from './messages/de/hand';
import type legal from './messages/de/legal';
import type office from './messages/de/office';
import type paper from './messages/de/paper';
import type parts from './messages/de/parts';
import type practice from './messages/de/practice';
import type practiceAgreement from './messages/de/practice-agreement';
import type practiceBank from './messages/de/practice-bank';
import type practiceBlocks from './messages/de/practice-blocks';
import type practiceCall from './messages/de/practice-call';
import type practiceChat from './messages/de/practice-chat';
import type practiceConsent from './messages/de/practice-consent';
import type practiceForm from './messages/de/practice-form';
import type practiceInbox from './messages/de/practice-inbox';
import type practiceLootbox from './messages/de/practice-lootbox';
import type practiceParental from './messages/de/practice-parental';
import type practicePhoto from './messages/de/practice-photo';
import type practiceQr from './messages/de/practice-qr';
import type practiceSearch from './messages/de/practice-search';
import type practiceSensor from './messages/de/practice-sensor';
import type practiceShop from './messages/de/practice-shop';
import type practiceTimeplan from './messages/de/practice-timeplan';
import type search from './messages/de/search';
import type paths from './messages/de/paths';
import type review from './messages/de/review';
import type lesson from './messages/de/lesson';
import { isHouseLocale, localeFacts, sourceLocale, type HouseLocale, type Locale } from './locales';
import { translator, type MessageTree } from './translate';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof aid &
        typeof aloud &
        typeof base &
        typeof club &
        typeof device &
        typeof family &
        typeof hand &
        typeof legal &
        typeof office &
        typeof paper &
        typeof parts &
        typeof practice &
        typeof practiceAgreement &
        typeof practiceBank &
        typeof practiceBlocks &
        typeof practiceCall &
        typeof practiceChat &
        typeof practiceConsent &
        typeof practiceForm &
        typeof practiceInbox &
        typeof practiceLootbox &
        typeof practiceParental &
        typeof practicePhoto &
        typeof practiceQr &
        typeof practiceSearch &
        typeof practiceSensor &
        typeof practiceShop &
        typeof practiceTimeplan &
        typeof search &
        typeof paths &
        typeof review &
        typeof lesson;
    };
  }
}

/** A group of message areas that one part of the house loads together. */
export type MessageGroup =
  | 'aid'
  | 'aloud'
  | 'base'
  | 'lesson'
  | 'review'
  | 'device'
  | 'family'
  | 'hand'
  | 'legal'
  | 'paper'
  | 'paths'
  | 'practice'
  | 'search'
  | PracticeGroup;

/** Groups of pages that only the languages of the house have. */
export type HouseGroup = 'club' | 'office' | 'parts';

/** What one kind of practice says: it comes with that kind, and weighs on no other. */
export type PracticeGroup =
  | 'practice-agreement'
  | 'practice-bank'
  | 'practice-blocks'
  | 'practice-call'
  | 'practice-chat'
  | 'practice-consent'
  | 'practice-form'
  | 'practice-inbox'
  | 'practice-lootbox'
  | 'practice-parental'
  | 'practice-photo'
  | 'practice-qr'
  | 'practice-search'
  | 'practice-sensor'
  | 'practice-shop'
  | 'practice-timeplan';

/** One language's translator, to which areas are added. */
export interface Dictionary {
  readonly t: TFunction;
  add(areas: MessageTree): void;
}

const groups = import.meta.glob<{ default: MessageTree }>('./messages/*/*.ts');
const dictionaries = new Map<Locale, Promise<Dictionary>>();

/**
 * The translator of one language, with at least the asked groups loaded. Dictionaries never change while the app
 * runs, so there is one a language, on the server as in the browser. A group that a family's language lacks is
 * German (docs/decisions/0042).
 * @throws where a language of the house lacks a group: the message check forbids that
 */
export function loadMessages(locale: HouseLocale, wanted: readonly (MessageGroup | HouseGroup)[]): Promise<TFunction>;
export function loadMessages(locale: Locale, wanted: readonly MessageGroup[]): Promise<TFunction>;
export async function loadMessages(locale: Locale, wanted: readonly (MessageGroup | HouseGroup)[]): Promise<TFunction> {
  const known = dictionaries.get(locale) ?? openDictionary(localeFacts[locale].lang);
  dictionaries.set(locale, known);
  const dictionary = await known;
  await Promise.all(
    wanted.map(async (group) => {
      const load = fileOf(locale, group) ?? (isHouseLocale(locale) ? undefined : fileOf(sourceLocale, group));
      if (!load) throw new Error(`No messages "${group}" in ${locale}`);
      dictionary.add((await load()).default);
    })
  );
  return dictionary.t;
}

const fileOf = (locale: Locale, group: string) => groups[`./messages/${locale}/${group}.ts`];

/** i18next on the server; in the browser its small twin, which says the same (translate.test.ts). */
export async function openDictionary(lang: string): Promise<Dictionary> {
  if (!import.meta.env.SSR) {
    const messages: Record<string, MessageTree[string]> = {};
    // The twin promises i18next's answers, so it may carry i18next's type, which knows every key.
    return { t: translator(lang, messages) as unknown as TFunction, add: (areas) => Object.assign(messages, areas) };
  }
  const { createInstance } = await import('i18next');
  const instance = createInstance();
  // Svelte escapes what it prints.
  await instance.init({ lng: lang, resources: {}, interpolation: { escapeValue: false } });
  return {
    t: instance.t,
    add: (areas) => void instance.addResourceBundle(lang, 'translation', areas, true, true)
  };
}
