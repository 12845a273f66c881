import { looksReal, sameWords } from '../typed.ts';
import type { Field, FieldWords } from './fields.ts';
import type { Fault } from './state.ts';

interface Day {
  day: number;
  month: number;
  year: number;
}

/** A year of two digits is one of the last century: these are dates of birth. */
const century = 1900;

/** A day as people write it in digits: 3.5.1950, 03/05/50, 1950-05-03; undefined for anything else. */
export function dayIn(text: string): Day | undefined {
  const [first, second, third, ...more] = text.match(/\d+/g)?.map(Number) ?? [];
  if (first === undefined || second === undefined || third === undefined || more.length > 0) return undefined;
  const [day, month, year] = first > 31 ? [third, second, first] : [first, second, third];
  return { day, month, year: year < 100 ? century + year : year };
}

/** What is not right about a written date, compared with the card's. */
function dateFault(text: string, iso: string, given: string): Fault | undefined {
  if (sameWords(text, given)) return undefined;
  const [written, wanted] = [dayIn(text), dayIn(iso)];
  if (!written || !wanted || written.year !== wanted.year) return 'other';
  if (written.day === wanted.day && written.month === wanted.month) return undefined;
  return written.day === wanted.month && written.month === wanted.day ? 'swapped' : 'other';
}

/** What is not right about a text that was written into a field; undefined when it says what the card says. */
export function faultOf(
  text: string,
  field: Field,
  { given = '' }: FieldWords,
  card: readonly string[]
): Fault | undefined {
  if (text.trim() === '') return 'empty';
  if (field.kind === 'date') return dateFault(text, field.date, given);
  if (given !== '' && sameWords(text, given)) return undefined;
  return looksReal(text, card) ? 'real' : 'other';
}
