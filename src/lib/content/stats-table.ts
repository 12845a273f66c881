import { localeFacts } from '../i18n/locales';
import type { LessonStats } from './check';

const isGerman = ({ locale }: LessonStats): boolean => localeFacts[locale].lang === 'de';

const columns: readonly [title: string, value: (row: LessonStats) => string][] = [
  ['lesson', ({ lesson }) => lesson],
  ['language', ({ locale }) => locale],
  ['words', ({ words }) => String(words)],
  ['sentences', ({ sentences }) => String(sentences)],
  ['mean', ({ meanSentence }) => meanSentence.toFixed(1)],
  ['longest', ({ longestSentence }) => String(longestSentence)],
  ['Amstad', (row) => (!isGerman(row) ? '' : row.amstad.toFixed(1))],
  ['WSTF1', (row) => (!isGerman(row) ? '' : row.wiener.toFixed(1))],
  ['LIX', ({ lix }) => lix.toFixed(1)],
  ['neg %', (row) => (!isGerman(row) ? '' : row.negationShare.toFixed(1))],
  ['FRE', (row) => (row.locale === 'en' ? row.fleschEase.toFixed(1) : '')],
  ['FKGL', (row) => (row.locale === 'en' ? row.fleschGrade.toFixed(1) : '')]
];

/** The readability of every lesson and language as a table for a terminal. */
export function statsTable(stats: readonly LessonStats[]): string {
  const rows = [columns.map(([title]) => title), ...stats.map((row) => columns.map(([, value]) => value(row)))];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]): string =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return `${rows.map(line).join('\n')}\n`;
}
