import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRealIban, looksReal, sameWords } from './typed';

describe('what is typed into a pretend field', () => {
  it.each([
    ['an IBAN with right check digits', 'DE89 3704 0044 0532 0130 00'],
    ['the same without blanks, small', 'de89370400440532013000'],
    ['an IBAN within a sentence', 'Hier: DE89 3704 0044 0532 0130 00 bitte'],
    ['an e-mail address', 'hannelore@post.de'],
    ['an e-mail address within a sentence', 'Schreib an hannelore.m@post.de, ja?'],
    ['a telephone number', '0251 123456'],
    ['a telephone number with a country', '+49 (251) 12-34 56'],
    ['a card number', '4111 1111 1111 1111']
  ])('looks real when it is %s', (_name, typed) => {
    expect(looksReal(typed, ['0000 99 88 77'])).toBe(true);
  });

  it.each([
    ['a sentence', 'Ich komme gern um 15 Uhr.'],
    ['an address that belongs to nobody', 'erika@post.example'],
    ['such an address, half written', 'erika@post.ex'],
    ['the number of the card', '0000 998877'],
    ['an IBAN with wrong check digits that stands on the card', 'DE00 0000 1234 5678 9000 00'],
    ['an amount and a date', '45,00 am 3. Mai 2026'],
    ['nothing', '']
  ])('looks pretend when it is %s', (_name, typed) => {
    expect(looksReal(typed, ['Telefon: 0000 99 88 77', 'DE00 0000 1234 5678 9000 00'])).toBe(false);
  });

  it('is judged whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (typed, given) => typeof looksReal(typed, given) === 'boolean')
    );
  });

  it.each([
    ['DE89 3704 0044 0532 0130 00', true],
    ['Hier: DE89 3704 0044 0532 0130 00 bitte', true],
    ['AT61 1904 3002 3457 3201', true],
    ['DE89 3704 0044 0532 0130 01', false],
    ['DE00 0000 1234 5678 9000 00', false],
    ['DE89', false]
  ])('"%s" has a real account number: %s', (typed, isReal) => {
    expect(hasRealIban(typed)).toBe(isReal);
  });

  it('is the same with other capitals, blanks and marks, and another with other letters', () => {
    expect(sameWords('Ich komme gern!', ' ich  komme gern')).toBe(true);
    expect(sameWords('45,00', '45.00')).toBe(true);
    expect(sameWords('Ich komme gern.', 'Ich komme nie.')).toBe(false);
  });
});
