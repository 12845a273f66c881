/** Letters that join two words: "Passwortsmanager", "Kartendienst". */
const joints = ['', 's', 'n', 'en', 'es'];

interface Known {
  has: (term: string) => boolean;
}

/**
 * The words that a compound is made of, where all of them are known: "wlanpasswort" is "wlan" and "passwort". The split
 * with the longest shortest part wins.
 * @param term folded (see `fold`)
 * @param least letters that a part has at least
 * @returns nothing where it is no compound of known words
 */
export function partsOf(term: string, known: Known, least: number): string[] | undefined {
  let best: string[] | undefined;
  for (let at = least; at <= term.length - least + 1; at += 1) {
    const first = knownStart(term.slice(0, at), known, least);
    if (first === undefined) continue;
    // Two equal letters that meet were folded into one: "wlan" and "name" are "wlaname".
    const rest = [term.slice(at), term.slice(at - 1)].find((one) => one.length >= least && known.has(one));
    const parts = rest === undefined ? partsOf(term.slice(at), known, least) : [rest];
    if (parts && (!best || shortest([first, ...parts]) > shortest(best))) best = [first, ...parts];
  }
  return best;
}

/** The longest known word with which a term begins or ends, and what is left of it, which may be misspelt. */
export function nearParts(term: string, known: Known, least: number): string[] | undefined {
  for (let letters = term.length - least; letters >= least; letters -= 1) {
    const first = knownStart(term.slice(0, letters), known, least);
    if (first !== undefined) return [first, term.slice(letters)];
    const last = term.slice(-letters);
    if (known.has(last)) return [last, term.slice(0, -letters)];
  }
  return undefined;
}

function knownStart(start: string, known: Known, least: number): string | undefined {
  return joints
    .filter((joint) => start.endsWith(joint))
    .map((joint) => start.slice(0, start.length - joint.length))
    .find((word) => word.length >= least && known.has(word));
}

const shortest = (parts: readonly string[]): number => Math.min(...parts.map((part) => part.length));
