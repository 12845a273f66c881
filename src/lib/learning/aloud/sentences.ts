/** A node of a page as far as reading aloud looks at it; the DOM's own nodes are such. */
export interface Part {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<Part>;
  /** Elements have them. */
  readonly localName?: string | undefined;
  getAttribute?(name: string): string | null;
}

/** What is said in one go. */
export interface Spoken {
  /** The element that is marked meanwhile; no two have the same. */
  place: Part;
  /** The nodes that the text is made of, in order. */
  texts: readonly Part[];
  /** As it stands there, with white space at its ends. */
  text: string;
}

const elementNode = 1;
const textNode = 3;
/** What they say is their own word ("Nach oben"), not the lesson's. What of it is the lesson's, is marked. */
const keys = new Set(['button', 'a', 'summary', 'input', 'select', 'textarea']);
const silent = new Set(['script', 'style', 'svg']);

/**
 * The text of a step in the order of the page, sentence by sentence: what is marked `data-sentence`, and all other text
 * that can be seen, block by block. Not read are pictures, what is hidden from screen readers or meant for them alone, and,
 * unless it is marked, the word on a key and what stands on a pretend screen (`data-pretend="true"`), which has its list.
 * @param isSeen whether a text node is on the screen
 */
export function sentencesIn(place: Part, isSeen: (text: Part) => boolean): Spoken[] {
  const found: Spoken[] = [];
  const add = (at: Part, texts: readonly Part[]) => {
    const text = texts.map(({ nodeValue }) => nodeValue).join('');
    if (text.trim() !== '') found.push({ place: at, texts, text });
  };
  function walk(at: Part, isMarkedOnly: boolean) {
    const own = isMarkedOnly ? [] : ownTexts(at).filter(isSeen);
    if (isBlock(at)) {
      if (own.length > 0) add(at, textsIn(at).filter(isSeen));
      return;
    }
    if (own.length > 0) add(at, own);
    for (const child of partsOf(at)) {
      if (has(child, 'data-sentence')) add(child, textsIn(child).filter(isSeen));
      else walk(child, isMarkedOnly || isKey(child));
    }
  }
  walk(place, false);
  return found;
}

const has = (part: Part, name: string) => part.getAttribute?.(name) != null;
const isKey = (part: Part) => keys.has(part.localName ?? '') || part.getAttribute?.('data-pretend') === 'true';
const isBlank = (part: Part) => (part.nodeValue ?? '').trim() === '';

/** The elements in it that may be read, in order: of what is folded together its heading alone. */
function partsOf(part: Part): Part[] {
  const isClosed = part.localName === 'details' && !has(part, 'open');
  return [...part.childNodes].filter(
    (child) =>
      child.nodeType === elementNode &&
      !silent.has(child.localName ?? '') &&
      child.getAttribute?.('aria-hidden') !== 'true' &&
      child.getAttribute?.('role') !== 'img' &&
      !(child.getAttribute?.('class') ?? '').split(' ').includes('hidden') &&
      (!isClosed || child.localName === 'summary')
  );
}

/** Its own text nodes, where one of them says something. */
function ownTexts(part: Part): Part[] {
  const texts = [...part.childNodes].filter(({ nodeType }) => nodeType === textNode);
  return texts.every(isBlank) ? [] : texts;
}

/** Text that is read as a whole, with what is strong in it: nothing in it is a sentence or a key of its own. */
const isBlock = (part: Part): boolean => ownTexts(part).length > 0 && isInline(part);

const isInline = (part: Part): boolean =>
  partsOf(part).every((child) => !has(child, 'data-sentence') && !isKey(child) && isInline(child));

function textsIn(part: Part): Part[] {
  const parts = new Set(partsOf(part));
  return [...part.childNodes].flatMap((child) => {
    if (child.nodeType === textNode) return [child];
    return parts.has(child) ? textsIn(child) : [];
  });
}
