/**
 * The text in a file of unknown encoding: what its mark says, else UTF-16 where every other byte is empty, else UTF-8,
 * else Windows-1252, which Excel writes in Germany. Nothing where it is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  // Of the signs that are no letters, a table has tabs and line ends.
  return /\p{Cc}/u.test(text.replace(/[\t\n\v\f\r]/g, '')) ? undefined : text;
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = [emptyShare(bytes, 0), emptyShare(bytes, 1)];
  if (odd > 0.4 && even < 0.1) return 'utf-16le';
  if (even > 0.4 && odd < 0.1) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** How many of the bytes at even or at odd places are empty. */
function emptyShare(bytes: Uint8Array, from: 0 | 1): number {
  const places = Math.floor((bytes.length - from + 1) / 2);
  let empty = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) empty++;
  return places === 0 ? 0 : empty / places;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
