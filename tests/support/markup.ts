import type { Part } from '../../src/lib/learning/aloud/sentences';

const empty = new Set(['br', 'hr', 'img', 'input', 'wbr']);
/** What style sheets hide on the screen: what is for paper, and the keys of words that can be tapped in the text. */
const hidden = /(^| )(paper|worksheet|in-text)( |$)/;
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&nbsp;': '\u00a0' };
const decoded = (text: string) => text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);

class Node implements Part {
  readonly nodeType: number;
  readonly childNodes: Node[] = [];
  readonly getAttribute?: (name: string) => string | null;

  constructor(
    readonly isSeen: boolean,
    readonly nodeValue: string | null,
    readonly localName?: string,
    attributes?: ReadonlyMap<string, string>
  ) {
    this.nodeType = attributes ? 1 : 3;
    if (attributes) this.getAttribute = (name) => attributes.get(name) ?? null;
  }
}

/**
 * Takes apart what Svelte draws on the server, which is always well-formed, as far as reading aloud looks at it.
 * @throws where an element is closed that is not open
 */
export function partsOf(markup: string): Node {
  const root = new Node(true, null, 'body', new Map());
  const open = [root];
  for (const [, comment, end, name, attributes = '', closed, text] of markup.matchAll(
    /(<!--.*?-->)|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/)?>|([^<]+)/gsu
  )) {
    const above = open.at(-1) ?? root;
    if (comment) continue;
    if (end !== undefined) {
      if (above.localName !== end) throw new Error(`</${end}> closes <${above.localName}>`);
      open.pop();
    } else if (name !== undefined) {
      const own = new Map(
        [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, decoded(value)])
      );
      const node = new Node(above.isSeen && !hidden.test(own.get('class') ?? ''), null, name, own);
      above.childNodes.push(node);
      if (!closed && !empty.has(name)) open.push(node);
    } else if (text !== undefined) above.childNodes.push(new Node(above.isSeen, decoded(text)));
  }
  return root;
}

/** Whether a text node of `partsOf` is on the screen. */
export const isSeen = (part: Part): boolean => part instanceof Node && part.isSeen;
