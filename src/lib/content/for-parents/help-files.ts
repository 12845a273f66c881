import { sourceLocale, type Locale } from '../../i18n/locales';
import type { WrittenText } from '../compile';
import { gamesAddress, helpAddress, type GameCard, type GamesFile, type HelpAddress, type HelpFile } from './help';
import type { Help } from './read-help';
import { textIn } from './read-texts';
import type { AddressFacts } from './schemas';

/** The files of help in one language, by address; none where the content has no help. */
export function helpFiles(help: Help, locale: Locale): [address: string, text: string][] {
  if (help.cases.length === 0) return [];
  const file: HelpFile = { cases: casesIn(help, locale), addresses: addressesIn(help, locale) };
  const games: GamesFile = { cards: cardsIn(help, locale) };
  return [
    [helpAddress(locale), JSON.stringify(file)],
    [gamesAddress(locale), JSON.stringify(games)]
  ];
}

/** The cases in a language; where one is not written in it, in German. */
export const casesIn = ({ cases }: Help, locale: Locale): HelpFile['cases'] =>
  cases.flatMap(({ facts, texts }) => {
    const written = textIn(texts, locale);
    if (!written) return [];
    const steps = sectionsOf(written).map((step) => {
      const { call } = facts.steps.find(({ id }) => id === step.id) ?? {};
      return { ...step, ...(call !== undefined && { call }) };
    });
    return [{ id: facts.id, ...headOf(written), steps }];
  });

/** The cards in a language; where one is not written in it, in German. */
export const cardsIn = ({ cards }: Help, locale: Locale): GameCard[] =>
  cards.flatMap(({ facts: { id, kind, picture }, texts }) => {
    const written = textIn(texts, locale);
    return written ? [{ id, kind, picture, ...headOf(written), sections: sectionsOf(written) }] : [];
  });

const headOf = ({ locale, text: { title, goal } }: WrittenText) => ({ locale, title, goal });

const sectionsOf = ({ text }: WrittenText) => text.steps.map(({ id, title, blocks }) => ({ id, title, blocks }));

const addressesIn = ({ addresses: { addresses } }: Help, locale: Locale): HelpAddress[] =>
  addresses.map((facts) => addressIn(facts, locale));

function addressIn(facts: AddressFacts, locale: Locale): HelpAddress {
  const { id, name, whom, themes, states, phone, hours, web, free, checked } = facts;
  const written = whom[locale] === undefined ? sourceLocale : locale;
  const said = (words: Record<string, string>): string => words[written] ?? words[sourceLocale] ?? '';
  return {
    id,
    name,
    whom: said(whom),
    locale: written,
    themes,
    states,
    ...(phone !== undefined && { phone }),
    ...(hours && { hours: said(hours) }),
    ...(web !== undefined && { web }),
    isFree: free,
    checked
  };
}
