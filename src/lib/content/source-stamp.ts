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

/** The stamp that a YAML file carries in its first line, as a comment. */
export const yamlStamp = (text: string): string | undefined =>
  /^\uFEFF?# from: ([0-9a-f]{8})\s*(?:\n|$)/u.exec(text)?.[1];

/**
 * A translation's file with this stamp, in place of an earlier one: in the front matter of a text, in the first line of a
 * YAML file. A guide has no other front matter than its stamp. Undefined where another text has none.
 */
export function withStamp({ file, text }: { file: string; text: string }, stamp: string): string | undefined {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  if (file.endsWith('.yaml')) return `# from: ${stamp}${ending}${text.replace(/^\uFEFF?(?:# from: .*\r?\n)?/u, '')}`;
  const head = /^(\uFEFF?---\r?\n)(.*?)(\r?\n---[ \t]*)(?=\r?\n|$)/su.exec(text);
  if (!head)
    return /(?:^|\/)guides\/[^/]+\/[^/]+$/u.test(file)
      ? `---${ending}from: '${stamp}'${ending}---${ending}${ending}${text}`
      : undefined;
  const [whole, opening = '', fields = '', closing = ''] = head;
  const kept = fields.split(/\r?\n/u).filter((line) => !line.startsWith('from:'));
  // In quotes: YAML would take 12345678 and 1e234567 for numbers.
  return opening + [...kept, `from: '${stamp}'`].join(ending) + closing + text.slice(whole.length);
}
