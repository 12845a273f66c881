import { writeXlsx } from 'hucre/xlsx';
import { csvAnswer, csvText } from './csv.server';
import type { Lines, TableKind } from './table-kind';
import { dayOf, venueZone } from './zone';

interface TableFile {
  readonly kind: TableKind;
  /** without its ending */
  readonly name: string;
  /** what the page of a spreadsheet is called */
  readonly title: string;
  readonly lines: Lines;
}

const clock = new Intl.DateTimeFormat('de', { timeZone: venueZone, hour: '2-digit', minute: '2-digit' });

/** A file's name with the moment of its figures by the venues' clock: what was corrected since shows as a difference. */
export const asOf = (name: string, now: number): string =>
  `${name}-as-of-${dayOf(now)}-${clock.format(now).replace(':', '-')}`;

/** Lines of cells as a file that a browser saves, and keeps nowhere else. */
export async function tableAnswer({ kind, name, title, lines }: TableFile): Promise<Response> {
  if (kind === 'csv') return csvAnswer(csvText(lines), name);
  return new Response(await xlsxBytes(title, lines), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${name}.xlsx"`,
      'cache-control': 'no-store'
    }
  });
}

/** Lines of cells as a spreadsheet: its head and its first column stay in sight, and no text is ever a formula. */
export async function xlsxBytes(title: string, lines: Lines): Promise<Uint8Array<ArrayBuffer>> {
  const rows = lines.map((line) => line.map((cell) => (typeof cell === 'string' ? neverFormula(cell) : cell)));
  const columns = (lines[0] ?? []).map(() => ({ autoWidth: true }));
  const pageSetup = {
    orientation: 'landscape',
    paperSize: 'a4',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0
  } as const;
  const sheet = { name: sheetName(title), rows, columns, freezePane: { rows: 1, columns: 1 }, pageSetup };
  return new Uint8Array(await writeXlsx({ sheets: [sheet] }));
}

/**
 * A cell of text is no formula by itself, but becomes one when somebody saves the sheet as CSV and opens that. So it
 * begins with an apostrophe, as in our own CSV (OWASP, CSV injection).
 */
const neverFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** 31 characters at most, and none that such a name may not have (ECMA-376, 18.2.19). */
const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .trim() || 'Digitaltreff';
