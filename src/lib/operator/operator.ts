import * as v from 'valibot';

/** Who runs this platform, as the office fills it in. Shown on every page, in the imprint and the privacy notice. */
export const operatorSchema = v.object({
  /** "Stadt Auenfurt" */
  name: v.string(),
  /** a line below the name: "Digital dabei in Auenfurt" */
  line: v.optional(v.string(), ''),
  helpTelephone: v.optional(v.string(), ''),
  /** paragraphs, parted by an empty line (§ 5 DDG, § 18 MStV) */
  imprint: v.optional(v.string(), ''),
  /** whom to ask about data: paragraphs, parted by an empty line (Art. 13 GDPR) */
  privacyContact: v.optional(v.string(), ''),
  /** file name of the logo beside the settings */
  logo: v.optional(v.string())
});

export type Operator = v.InferOutput<typeof operatorSchema>;

/** The paragraphs of a text in which an empty line parts them; single ends of line stay. */
export function paragraphs(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    )
    .filter((lines) => lines.length > 0);
}

/** Kinds of picture that a logo may be. No SVG: it can carry scripts. */
export type LogoKind = 'png' | 'jpeg' | 'webp';
export const largestLogoBytes = 200_000;

/** What kind of picture these bytes are, by their first ones; nothing if none that is taken. */
export function logoKind(bytes: Uint8Array): LogoKind | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 12));
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('RIFF') && text.slice(8) === 'WEBP') return 'webp';
  return undefined;
}
