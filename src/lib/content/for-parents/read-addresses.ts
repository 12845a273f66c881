import type { Locale } from '../../i18n/locales';
import { problemAt, type Problem } from '../problem';
import type { Sources } from '../sources';
import { readYaml } from '../yaml-file';
import { helpThemes } from './help';
import { addressesSchema, type AddressFacts } from './schemas';

/** The addresses with the line of each. */
export interface ReadAddresses {
  file: string;
  languages: readonly Locale[];
  addresses: AddressFacts[];
  /** The line of a field of an address, by its number from 0. */
  lineOf: (index: number, field: string) => number;
}

const file = 'help/addresses.yaml';

/** Reads `help/addresses.yaml`; none where there is no such file, or where it cannot be understood. */
export function readAddresses(sources: Sources, problems: Problem[]): ReadAddresses {
  const source = sources.get(file);
  if (source === undefined) return { file, languages: [], addresses: [], lineOf: () => 1 };
  const { value, lineOf, problems: mistakes } = readYaml(addressesSchema, { file, text: source });
  problems.push(...mistakes);
  const { languages = [], addresses = [] } = value ?? {};
  const read: ReadAddresses = {
    file,
    languages,
    addresses,
    lineOf: (index, field) => lineOf(['addresses', index, field])
  };
  for (const index of addresses.keys()) checkAddress(read, index, problems);
  if (value) checkThemes(addresses, problems);
  return read;
}

function checkAddress({ languages, addresses, lineOf }: ReadAddresses, index: number, problems: Problem[]): void {
  const address = addresses[index];
  if (!address) return;
  const { id, whom, hours, phone, web } = address;
  const say = (field: string, code: Problem['code'], message: string): void =>
    void problems.push(problemAt({ file, line: lineOf(index, field) }, code, message));
  if (addresses.findIndex((one) => one.id === id) !== index)
    say('id', 'duplicate-id', `The address "${id}" is there twice.`);
  if (!phone && !web) say('id', 'help-way', `"${id}" has neither a telephone nor a page.`);
  if (hours && !phone) say('hours', 'help-way', `"${id}" has hours, but no telephone.`);
  for (const language of languages) {
    if (!whom[language]) say('whom', 'language-missing', `"${id}" does not say in "${language}" who it is for.`);
    if (hours && !hours[language]) say('hours', 'language-missing', `"${id}" has no hours in "${language}".`);
  }
}

/** Whoever has not chosen a state finds something for every theme. */
function checkThemes(addresses: readonly AddressFacts[], problems: Problem[]): void {
  for (const theme of helpThemes)
    if (!addresses.some(({ states, themes }) => states === 'all' && themes.includes(theme)))
      problems.push(
        problemAt({ file, line: 1 }, 'help-theme', `No address for the whole country has the theme "${theme}".`)
      );
}
