/**
 * The page to show after sign-in: an address of this house, or the fallback. What a browser would read as another
 * host (`//host`, a backslash, a scheme, signs that are no text) is not taken.
 */
export function wayBack(asked: string | null, fallback: string): string {
  if (asked === null || !/^\/(?!\/)[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return fallback;
  return asked;
}
