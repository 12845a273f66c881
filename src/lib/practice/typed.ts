/** Letters and digits alone, small: what two typings of the same thing have in common. */
const bare = (text: string): string => text.toLocaleLowerCase('de').replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two texts say the same: neither capitals nor blanks nor marks count. */
export const sameWords = (one: string, other: string): boolean => bare(one) === bare(other);

/**
 * Whether a text is an IBAN whose check digits are right (ISO 13616, modulo 97): then it is somebody's. Those on our cards
 * are wrong on purpose.
 */
function isIban(sign: string): boolean {
  // From 02 to 98: what counts as 00 on our cards could be read as 97.
  if (!/^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/.test(sign)) return false;
  const turned = sign.slice(4) + sign.slice(0, 4);
  let rest = 0;
  for (const letter of turned) rest = Number(`${rest}${parseInt(letter, 36)}`) % 97;
  return rest === 1;
}

/** How many signs the account numbers of our readers' countries have (the registry of ISO 13616). */
const ibanLengths: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  CH: 21,
  DE: 22,
  ES: 24,
  FR: 27,
  IT: 27,
  LU: 20,
  NL: 18,
  PL: 28,
  TR: 26,
  UA: 29
};

/** Whether an IBAN that could be somebody's stands in a text, also where further words follow it. */
export function hasRealIban(typed: string): boolean {
  const sign = typed.replace(/\s/g, '').toUpperCase();
  return [...sign.matchAll(/([A-Z]{2})\d{2}/g)].some(({ index, 1: country = '' }) => {
    const length = ibanLengths[country];
    return length !== undefined && isIban(sign.slice(index, index + length));
  });
}

/**
 * An e-mail address outside the domains that belong to nobody (RFC 2606), also where the last sign of such a one is not
 * written yet: no domain ends in a beginning of "example".
 */
const isAddress = (text: string): boolean =>
  [...text.matchAll(/[^\s@]+@[^\s@]+\.([^\s@.,;]+)/g)].some(([, end = '']) => !'example'.startsWith(end.toLowerCase()));

/** Digits in a row, with blanks, strokes and dashes between them: a telephone, account or card number from seven on. */
const numbersIn = (text: string): string[] =>
  (text.match(/\+?\d(?:[\s/().-]*\d){6,}/g) ?? []).map((number) => number.replace(/\D/g, ''));

/**
 * Whether something typed into a pretend field looks like a real person's data: an IBAN with right check digits, an e-mail
 * address that can exist, a number with seven digits or more. Such a text is answered with a kind stop and forgotten.
 * @param given what stands on the cards of the scene: its numbers are pretend ones
 */
export function looksReal(typed: string, given: readonly string[] = []): boolean {
  const pretend = given.flatMap((text) => [text.replace(/\D/g, ''), ...numbersIn(text)]);
  if (hasRealIban(typed) || isAddress(typed)) return true;
  return numbersIn(typed).some((number) => !pretend.some((known) => known.includes(number)));
}
