import { isLocale } from '../../i18n/locales';
import { checkLanguage, checkSentences } from '../language';
import { problemAt, type Problem } from '../problem';
import { levels } from '../readability/targets';
import type { ReadAddresses } from './read-addresses';
import type { Help } from './read-help';

/** The language of all help, and the addresses that were to be looked up again. @param today YYYY-MM-DD */
export function checkHelp(help: Help, today: string): Problem[] {
  return [...helpTexts(help).flatMap(checkLanguage), ...checkAddressWords(help.addresses), ...stale(help, today)];
}

/** Every file of help that is written in steps. */
export const helpTexts = ({ cases, cards }: Help) => [...cases, ...cards].flatMap(({ texts }) => texts);

function checkAddressWords({ file, addresses, lineOf }: ReadAddresses): Problem[] {
  const problems: Problem[] = [];
  for (const [index, { whom, hours = {} }] of addresses.entries())
    for (const [field, words] of Object.entries({ whom, hours }))
      for (const [language, text] of Object.entries(words))
        if (isLocale(language))
          checkSentences(text, levels[language], lineOf(index, field), (line, code, message) =>
            problems.push(problemAt({ file, line }, code, message))
          );
  return problems;
}

const stale = ({ addresses: { file, addresses, lineOf } }: Help, today: string): Problem[] =>
  addresses.flatMap(({ name, review }, index) =>
    review < today
      ? [
          problemAt(
            { file, line: lineOf(index, 'review') },
            'fact-stale',
            `The address of "${name}" was to be checked by ${review}.`
          )
        ]
      : []
  );
