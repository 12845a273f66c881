/** Bytes that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Bytes as base64 (RFC 4648, section 4). */
export function textOf(bytes: ArrayBuffer | Bytes): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The bytes that base64 spells; those of nothing, where it spells none. */
export function bytesOf(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** The same with signs that addresses take (RFC 4648, section 5), without filling. */
export const addressTextOf = (bytes: ArrayBuffer | Bytes): string =>
  textOf(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export const bytesInAddress = (text: string): Bytes => bytesOf(text.replaceAll('-', '+').replaceAll('_', '/'));
