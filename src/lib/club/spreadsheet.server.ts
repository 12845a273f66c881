import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { err, ok, type Result } from '$lib/base/result';
import { decodeText } from './decode-text';

/** Lines of cells; lines without a letter or a number are left out. */
export type Table = readonly (readonly string[])[];

/** Why a file cannot be read. Each has a text in every language (`members.file.*`). */
export type FileProblem = 'missing' | 'empty' | 'old-excel' | 'no-table' | 'damaged' | 'too-large' | 'too-many';

/** A town's largest list; one line more is its head. */
export const mostLines = 5000;
/** Names of 5,000 people take a quarter of it. */
const mostBytes = 1_500_000;
/** What a packed spreadsheet may unpack to: a small file can hold gigabytes. */
const mostUnpacked = 50_000_000;
const mostColumns = 60;

/** Reads a CSV, XLSX or ODS file: its first sheet. Formulas count as the text or number that they last showed. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Result<Table, FileProblem>> {
  if (bytes.length === 0) return err('missing');
  if (bytes.length > mostBytes) return err('too-large');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return err('old-excel');
  const read = startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) ? await readPacked(bytes) : readText(bytes);
  if (!read.ok) return read;
  const table = read.value
    .map((line) => line.slice(0, mostColumns))
    .filter((line) => line.some((cell) => /[\p{L}\p{N}]/u.test(cell)));
  if (table.length === 0) return err('empty');
  return table.length > mostLines + 1 ? err('too-many') : ok(table);
}

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, place) => bytes[place] === sign);

function readText(bytes: Uint8Array): Result<string[][], FileProblem> {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return err('no-table');
  const text = decodeText(bytes);
  if (text === undefined) return err('no-table');
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith('<') || start.startsWith('{')) return err('no-table');
  return ok(Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [';', '\t', ',', '|'] }).data);
}

async function readPacked(bytes: Uint8Array): Promise<Result<string[][], FileProblem>> {
  if (unpackedSize(bytes) > mostUnpacked) return err('too-large');
  try {
    const isOds = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).includes('opendocument.spreadsheet');
    const options = { sheets: [0], maxRows: mostLines + 2 };
    const { sheets } = isOds ? await readOds(bytes, options) : await readXlsx(bytes, options);
    return ok((sheets[0]?.rows ?? []).map((row) => row.map(asText)));
  } catch {
    // A picture, a text document or a torn file: all of them are packed alike.
    return err('damaged');
  }
}

function asText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** What the table of contents of a packed file promises: the sum of its parts, in bytes. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size = 0;
  for (let at = 0; at + 46 <= bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) size += view.getUint32(at + 24, true);
  return size;
}
