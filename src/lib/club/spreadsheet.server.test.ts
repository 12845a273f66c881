import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mostLines, readSpreadsheet } from './spreadsheet.server';

const utf8 = (text: string) => new TextEncoder().encode(text);
const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../tests/support/files/${name}`, import.meta.url)));

/** Each letter as one or two bytes; enough for the letters of these tests, which have the same numbers there. */
const windows1252 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

const list = 'Nachname;Vorname\r\nMüller;Änne\r\nGroß;Jürgen\r\n';
const lines = [
  ['Nachname', 'Vorname'],
  ['Müller', 'Änne'],
  ['Groß', 'Jürgen']
];

describe('a list as text', () => {
  it.each([
    ['in UTF-8', utf8(list)],
    ['in UTF-8 with a mark', utf8(`\ufeff${list}`)],
    ['in Windows-1252, as Excel saves it', windows1252(list)],
    ['in UTF-16 with a mark', utf16le(`\ufeff${list}`)],
    ['in UTF-16 the other way round, with a mark', utf16be(`\ufeff${list}`)],
    ['in UTF-16 without a mark', utf16le(list)],
    ['in UTF-16 the other way round, without a mark', utf16be(list)],
    ['with tabs', utf8(list.replaceAll(';', '\t'))],
    ['with commas', utf8(list.replaceAll(';', ','))],
    ['with quotes around cells', utf8('"Nachname";"Vorname"\n"Müller";"Änne"\n"Groß";"Jürgen"')],
    ['with empty lines and old line ends', utf8(list.replaceAll('\r\n', '\r\r'))]
  ])('is read %s', async (_, bytes) => {
    expect(await readSpreadsheet(bytes)).toEqual({ ok: true, value: lines });
  });

  it('keeps the comma of "Nachname, Vorname" in its cell where semicolons part the cells', async () => {
    const read = await readSpreadsheet(utf8('Name;Telefon\nMüller, Anna;0123\nGroß, Jürgen;\n'));
    expect(read).toEqual({
      ok: true,
      value: [
        ['Name', 'Telefon'],
        ['Müller, Anna', '0123'],
        ['Groß, Jürgen', '']
      ]
    });
  });

  it('is read with 5,000 people, and not with more', async () => {
    const big = (people: number) => utf8(`Vorname;Nachname\n${'Anna;Berg\n'.repeat(people)}`);
    const read = await readSpreadsheet(big(mostLines));
    expect(read.ok && read.value).toHaveLength(mostLines + 1);
    expect(await readSpreadsheet(big(mostLines + 1))).toEqual({ ok: false, error: 'too-many' });
  });
});

describe('a spreadsheet', () => {
  it('as XLSX is read by its first sheet; a formula that was never calculated is nothing', async () => {
    expect(await readSpreadsheet(file('members.xlsx'))).toEqual({
      ok: true,
      value: [
        ['Nachname', 'Vorname', 'Geboren', 'Gruppe'],
        ['Müller', 'Änne', '1948-02-29', 'Montagsgruppe'],
        ["O'Neill", 'أحمد', '', 'Montagsgruppe']
      ]
    });
  });

  it('as ODS is read', async () => {
    expect(await readSpreadsheet(file('members.ods'))).toEqual({
      ok: true,
      value: [['Nachname, Vorname'], ['Müller, Änne']]
    });
  });

  it('that would unpack to more than a list of names ever is is turned away before it is unpacked', async () => {
    const bomb = Buffer.alloc(200);
    bomb.writeUInt32LE(0x04034b50, 0);
    // An entry in the table of contents, and what its content would grow to.
    bomb.writeUInt32LE(0x02014b50, 100);
    bomb.writeUInt32LE(60_000_000, 100 + 24);
    expect(await readSpreadsheet(bomb)).toEqual({ ok: false, error: 'too-large' });
  });
});

describe('what is no list', () => {
  it.each([
    ['no file', new Uint8Array(), 'missing'],
    ['an empty file', utf8('\n \n;;\n'), 'empty'],
    ['an old Excel file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old-excel'],
    ['a PDF', utf8('%PDF-1.7 …'), 'no-table'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'no-table'],
    ['a web page', utf8('<!doctype html><table><tr><td>Anna'), 'no-table'],
    ['a JSON file', utf8('{"people": []}'), 'no-table'],
    ['half of a spreadsheet', file('members.xlsx').slice(0, 2000), 'damaged'],
    ['another packed file', Uint8Array.of(0x50, 0x4b, 3, 4, ...new Array<number>(100).fill(7)), 'damaged'],
    ['a film', new Uint8Array(2_000_000).fill(65), 'too-large']
  ])('is said: %s', async (_, bytes, error) => {
    expect(await readSpreadsheet(bytes)).toEqual({ ok: false, error });
  });
});
