import { inflateRawSync } from 'node:zlib';

/** The parts of a packed file by name, read by its table of contents (APPNOTE, 4.3.12). */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, string>();
  for (let entry = 0, at = file.readUInt32LE(end + 16); entry < file.readUInt16LE(end + 10); entry += 1) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => file.readUInt16LE(at + place));
    const [size, start] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)];
    const name = file.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const from = start + 30 + file.readUInt16LE(start + 26) + file.readUInt16LE(start + 28);
    const packed = file.subarray(from, from + size);
    parts.set(name, (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return parts;
}

const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The first page of a spreadsheet, read by nothing that wrote it: its cells, and how many of them are formulas. */
export function readXlsx(bytes: Uint8Array): { cells: (string | number)[][]; formulas: number } {
  const parts = partsOf(bytes);
  const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml = '']) =>
    plain(xml)
  );
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  const cells = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', xml = '']) => {
      if (/t="s"/.test(head)) return texts[Number(plain(xml))] ?? '';
      return /t="inlineStr"/.test(head) || xml === '' ? plain(xml) : Number(plain(xml));
    })
  );
  return { cells, formulas: [...sheet.matchAll(/<f[ >]/g)].length };
}
