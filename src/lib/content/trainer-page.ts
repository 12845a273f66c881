import type { Locale } from '../i18n/locales';
import type { TrainerPage } from './schemas';

/** The languages in which pages for trainers are written. */
export const trainerLanguages = ['de', 'en'] as const;
export type TrainerLanguage = (typeof trainerLanguages)[number];

/** The language of the page that a trainer reads: who teaches at the easy level reads plain German. */
export const trainerLanguage: Record<Locale, TrainerLanguage> = {
  de: 'de',
  'de-simple': 'de',
  en: 'en',
  tr: 'de',
  uk: 'de',
  ar: 'de',
  ru: 'de'
};

/** The whole content of a course's served file for trainers: each lesson's page, by the lesson's id. */
export type CourseTrainerPages = Readonly<Record<string, TrainerPage>>;

/** Where a course's pages for trainers are served. */
export const trainerPagesAddress = ({ id, locale }: { readonly id: string; readonly locale: Locale }): string =>
  `/content/${trainerLanguage[locale]}/trainer/${id}.json`;
