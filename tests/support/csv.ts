/**
 * Cells of a file with semicolons, read by nothing that wrote it (RFC 4180): a cell in quotes holds semicolons, line breaks
 * and, doubled, quotes. Throws where the file lacks the mark of UTF-8, a line its end, or a cell its closing quote.
 */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('No mark of UTF-8: Excel in Germany would show wrong letters');
  const lines: string[][] = [];
  let [line, rest] = [[] as string[], text.slice(1)];
  while (rest !== '') {
    const [whole, quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`Neither a cell nor the end of a line: ${rest.slice(0, 80)}`);
    line.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    rest = rest.slice(whole.length);
    if (end === ';') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
