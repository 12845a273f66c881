import * as v from 'valibot';
import { isLocale, type Locale } from '../../i18n/locales';
import { byLanguage, id, plainDate, text } from '../schemas';
import { stateCodes } from '../../base/federal-states';
import { cardKinds, helpCases, helpThemes } from './help';

const languages = v.pipe(
  v.array(v.custom<Locale>(isLocale, 'there is no such language')),
  v.minLength(1, 'name at least one language')
);
/** What people call it who do not know its title: the search finds it by that. */
const also = v.optional(v.record(v.string(), v.array(text)), {});

/** `help/sos/<case>/case.yaml`: what is the same in every language. */
export const caseSchema = v.strictObject({
  id: v.picklist(helpCases),
  languages,
  also,
  steps: v.pipe(v.array(v.strictObject({ id, call: v.optional(id) })), v.length(5, 'it has exactly 5 steps'))
});
export type CaseFacts = v.InferOutput<typeof caseSchema>;

const addressSchema = v.strictObject({
  id,
  name: text,
  whom: byLanguage,
  themes: v.pipe(v.array(v.picklist(helpThemes)), v.minLength(1, 'name at least one theme')),
  states: v.union(
    [v.literal('all'), v.pipe(v.array(v.picklist(stateCodes)), v.minLength(1))],
    'it is "all" or a list of codes such as [BW, BY]'
  ),
  phone: v.optional(v.pipe(v.string('write it in quotes'), v.regex(/^\d[\d ]*\d$/u, 'it has digits and spaces'))),
  hours: v.optional(byLanguage),
  web: v.optional(v.pipe(v.string(), v.regex(/^[\p{Ll}\d.-]+\.[a-z]{2,}(?:\/\S*)?$/u, 'it looks like polizei.de'))),
  free: v.boolean(),
  source: text,
  url: v.pipe(v.string(), v.url()),
  checked: plainDate,
  review: plainDate
});
export type AddressFacts = v.InferOutput<typeof addressSchema>;

/** `help/addresses.yaml`. */
export const addressesSchema = v.strictObject({ languages, addresses: v.array(addressSchema) });

/** `help/cards.yaml`: the cards of `help/games/`, in the order in which they are shown. */
export const cardsSchema = v.strictObject({
  languages,
  /** A card may be written in other languages than most are. */
  cards: v.array(
    v.strictObject({ id, kind: v.picklist(cardKinds), languages: v.optional(languages), picture: text, also })
  )
});
export type CardFacts = v.InferOutput<typeof cardsSchema>['cards'][number];
