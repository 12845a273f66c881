import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { aDataDir } from '../../../tests/support/store';
import { readCsv } from '../../../tests/support/csv';
import { readXlsx } from '../../../tests/support/xlsx';
import { asOf, tableAnswer, xlsxBytes } from './table-file.server';

const lines = [
  ['Person', '2026-01-13', 'Mal', 'Minuten'],
  ['=1+1', 'da', 2, 190],
  ['@SUM(1)', 'da, kam später', 1, 110],
  [`O'Neill <"&"> أحمد`, '', 0, 0]
];
const read = [
  ['Person', '2026-01-13', 'Mal', 'Minuten'],
  [`'=1+1`, 'da', 2, 190],
  [`'@SUM(1)`, 'da, kam später', 1, 110],
  [`O'Neill <"&"> أحمد`, '', 0, 0]
];

test('a spreadsheet says to another reader what was put in, and no cell of it is a formula', async () => {
  expect(readXlsx(await xlsxBytes('Montag: [A/B]', lines))).toEqual({ cells: read, formulas: 0 });
});

test('the same lines go out as CSV or as a spreadsheet, and are kept nowhere', async () => {
  const csv = await tableAnswer({ kind: 'csv', name: 'a', title: 'A', lines });
  const xlsx = await tableAnswer({ kind: 'xlsx', name: 'a', title: 'A', lines });
  expect(readCsv(await textOf(csv))).toEqual(read.map((line) => line.map(String)));
  expect(readXlsx(new Uint8Array(await xlsx.arrayBuffer())).cells).toEqual(read);
  for (const [answer, ending] of [
    [csv, 'csv'],
    [xlsx, 'xlsx']
  ] as const) {
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="a.${ending}"`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

/** As it goes out: a reader of an answer's text would drop the mark of its encoding. */
const textOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer()).toString('utf8');

test('a file is named by the moment of its figures, at the clock of the venues', () => {
  expect(asOf('year-2026', Date.parse('2026-03-29T00:59:00Z'))).toBe('year-2026-as-of-2026-03-29-01-59');
  expect(asOf('year-2026', Date.parse('2026-03-29T01:00:00Z'))).toBe('year-2026-as-of-2026-03-29-03-00');
  expect(asOf('year-2026', Date.parse('2026-12-31T23:05:00Z'))).toBe('year-2026-as-of-2027-01-01-00-05');
});

test('names of every kind come through both whole', async () => {
  const names = [
    [`"Bibi"; von\nund zu`, ` ${'Maximiliane '.repeat(6)}O'Neill-`],
    ['عبد الرحمن ابن خالد', '\u202eAnna\u202c'],
    ['Tom & <Jerry>', '']
  ];
  const csv = await tableAnswer({ kind: 'csv', name: 'a', title: 'A', lines: names });
  expect(readCsv(await textOf(csv))).toEqual(names);
  expect(readXlsx(await xlsxBytes('A', names)).cells).toEqual(names);
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

test('LibreOffice, where it is installed, opens both and shows the same', { timeout: 60_000 }, async ({ skip }) => {
  skip(!hasOffice, 'There is no soffice on this machine: nothing was opened.');
  const folder = aDataDir();
  const csv = await tableAnswer({ kind: 'csv', name: 'text', title: 'A', lines });
  writeFileSync(join(folder, 'sheet.xlsx'), await xlsxBytes('A', lines));
  writeFileSync(join(folder, 'text.csv'), await csv.bytes());
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  /** Semicolons, quotes, UTF-8, from the first line on. */
  const asText = 'Text - txt - csv (StarCalc):59,34,76,1';
  const out = join(folder, 'out');
  const open = (file: string, from: readonly string[]) =>
    execFileSync('soffice', [profile, '--headless', ...from, '--convert-to', `csv:${asText}`, '--outdir', out, file]);
  open(join(folder, 'sheet.xlsx'), []);
  open(join(folder, 'text.csv'), [`--infilter=${asText}`]);
  // Dates are shown in the machine's own way, and an apostrophe that makes a text of a cell may not be shown.
  const seen = (table: readonly (readonly (string | number)[])[]) =>
    table.slice(1).map((line) => line.map((cell) => String(cell).replace(/^'/, '')));
  for (const name of ['sheet', 'text']) {
    const text = readFileSync(join(out, `${name}.csv`), 'utf8');
    expect(seen(Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data)).toEqual(seen(read));
  }
});
