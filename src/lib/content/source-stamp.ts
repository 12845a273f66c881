/**
 * What a translation carries of the German text that it was made from: FNV-1a over 32 bits, 8 hexadecimal digits. Breaks of
 * lines and spaces do not count, so that a text may be laid out anew.
 */
export function sourceStamp(german: string): string {
  const words = german
    .replace(/^\uFEFF/u, '')
    .trim()
    .replace(/\s+/gu, ' ');
  let hash = 0x811c9dc5;
  for (const sign of words) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * A translation's file with this stamp in its front matter, in place of an earlier one. In quotes, since YAML would take
 * `12345678` and `1e234567` for numbers. Undefined where the file has no front matter.
 */
export function withStamp(translation: string, stamp: string): string | undefined {
  const head = /^(\uFEFF?---\r?\n)(.*?)(\r?\n---[ \t]*)(?=\r?\n|$)/su.exec(translation);
  if (!head) return undefined;
  const [whole, opening = '', fields = '', closing = ''] = head;
  const ending = opening.endsWith('\r\n') ? '\r\n' : '\n';
  const kept = fields.split(/\r?\n/u).filter((line) => !line.startsWith('from:'));
  return opening + [...kept, `from: '${stamp}'`].join(ending) + closing + translation.slice(whole.length);
}
