import Papa from 'papaparse';

/**
 * Lines of cells as CSV: with semicolons and a mark of its encoding, as Excel in Germany opens it; what a spreadsheet
 * would calculate with begins with an apostrophe, so that it stays text.
 */
export function csvText(table: readonly (readonly (string | number)[])[]): string {
  const lines = table.map((line) => [...line]);
  return `\ufeff${Papa.unparse(lines, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}

/** An answer that a browser saves as a file, and keeps nowhere else. */
export function csvAnswer(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store'
    }
  });
}
