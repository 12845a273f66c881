/** What opens and closes around other things, in the words of a German reader; '' is not spoken, only what lies in it. */
const containers: Readonly<Record<string, string>> = {
  document: '',
  form: '',
  paragraph: '',
  listitem: '',
  banner: 'Kopfbereich',
  main: 'Hauptbereich',
  contentinfo: 'Fußbereich',
  navigation: 'Navigation',
  region: 'Bereich',
  group: 'Gruppe',
  list: 'Liste',
  log: 'Verlauf',
  status: 'Meldung'
};

/** What is one thing: its name says all that lies in it. */
const things: Readonly<Record<string, string>> = {
  heading: 'Überschrift',
  button: 'Taste',
  link: 'Link',
  switch: 'Schalter',
  checkbox: 'Kästchen',
  textbox: 'Eingabefeld',
  searchbox: 'Suchfeld',
  image: 'Bild',
  img: 'Bild'
};

const fields: ReadonlySet<string> = new Set(['textbox', 'searchbox', 'checkbox']);

/** Roles inside a sentence, which nobody says. */
const inline: ReadonlySet<string> = new Set(['strong', 'end of strong', 'emphasis', 'end of emphasis']);

const states: Readonly<Record<string, string>> = {
  pressed: 'gedrückt',
  'not pressed': 'nicht gedrückt',
  checked: 'an',
  'not checked': 'aus',
  'current page': 'aktuelle Seite',
  'has popup dialog': 'öffnet ein Fenster',
  invalid: 'nicht verstanden'
};

interface Phrase {
  role: string;
  name: string;
  /** In German. */
  state: string[];
  level: string | undefined;
  /** Of a list's entry: how many there are. */
  size: string | undefined;
}

/** "button, Weiter, not pressed" in parts; undefined for a sentence. */
function parsed(phrase: string): Phrase | undefined {
  const [role = ''] = phrase.split(', ', 1);
  if (!(role in containers) && !(role in things)) return undefined;
  let name = phrase.slice(role.length + 2);
  const state: string[] = [];
  let level: string | undefined;
  let size: string | undefined;
  for (;;) {
    const at = name.lastIndexOf(', ');
    const last = name.slice(at === -1 ? 0 : at + 2);
    const counted = /^(level|position|set size) (\d+)$/.exec(last);
    if (counted?.[1] === 'level') level = counted[2];
    else if (counted?.[1] === 'set size') size = counted[2];
    else if (last in states) state.unshift(states[last] ?? '');
    else if (!counted) break;
    name = at === -1 ? '' : name.slice(0, at);
  }
  // The virtual reader leaves out the space between two sentences of a name.
  return { role, name: name.replace(/([.!?])(?=\p{Lu})/gu, '$1 '), state, level, size };
}

/** Where what begins at `from` ends; `from` itself for what holds nothing. */
function endOf(phrases: readonly string[], from: number): number {
  const begin = phrases[from];
  let open = 0;
  for (let at = from; at < phrases.length; at += 1) {
    if (phrases[at] === begin) open += 1;
    if (phrases[at] === `end of ${begin}`) open -= 1;
    if (open === 0) return at;
  }
  return from;
}

/** "Schalter: WLAN (an)". */
const headed = (word: string, name: string, ...more: string[]): string =>
  [name === '' ? word : `${word}: ${name}`, ...more.map((one) => `(${one})`)].join(' ');

/** Words of one paragraph, in which a strong word or a hidden colon is a piece of its own. */
const sentence = (pieces: readonly string[]): string =>
  pieces
    .map((piece) => piece.trim())
    .join(' ')
    .replace(/ ([.,:;!?])(?=\s|$)/g, '$1');

/** Whether words that stand before a field are its label or its help, which are said with it. */
const names = ({ role, name }: Phrase, words: string | undefined): boolean =>
  words !== undefined && fields.has(role) && `, ${name}, `.includes(`, ${words}, `);

/** A thing in one line: what it is, its name, its state. */
const inOneLine = ({ role, name, state, level }: Phrase): string =>
  headed([things[role], level].filter(Boolean).join(' '), name, ...state);

/** What holds others: a heading line, and they indented; or only they, where nobody says what holds them. */
function around({ role, name, state }: Phrase, inside: readonly string[]): string[] {
  const [first = '', ...rest] = inside;
  // A group without a name is what can be unfolded; its first line is what it is unfolded by.
  if (role === 'group' && name === '') return [headed('Zum Aufklappen', first), ...rest.map((line) => `  ${line}`)];
  const word = containers[role] ?? '';
  if (word === '') return first === '' ? [] : [headed(first, '', ...state), ...rest];
  if (first === '' && role === 'status') return [];
  return [headed(word, name, ...state), ...(first === name ? rest : inside).map((line) => `  ${line}`)];
}

/** How many entries a list has, said by the first of them. */
function counted(first: string | undefined): string[] {
  const size = parsed(first ?? '')?.size;
  return size === undefined ? [] : [`${size} ${size === '1' ? 'Eintrag' : 'Einträge'}`];
}

/** The lines of a script while they are written. */
class Script {
  readonly lines: string[] = [];
  #pieces: string[] = [];
  /** What the field before these words is called. */
  #field: string | undefined;

  say(piece: string): void {
    this.#pieces.push(piece);
  }

  endSentence(): void {
    const words = sentence(this.#pieces);
    if (this.#pieces.length > 0 && words !== this.#field) this.lines.push(words);
    this.#field = undefined;
    this.#pieces = [];
  }

  thing(found: Phrase): void {
    while (names(found, this.lines.at(-1))) this.lines.pop();
    this.lines.push(inOneLine(found));
    this.#field = fields.has(found.role) ? found.name : undefined;
  }
}

/**
 * What the virtual reader said, as a script to be read: a thing a line, indented by what it lies in. Visible words that
 * name something (a label or a help beside its field, a legend first in its group) are that name, and are not written again.
 * @param phrases as `spokenPhraseLog` has them
 * @param inParagraph they are those of one paragraph: a word that can be tapped stays in its sentence
 */
export function script(phrases: readonly string[], inParagraph = false): string[] {
  const written = new Script();
  for (let at = 0; at < phrases.length; at += 1) {
    const phrase = phrases[at] ?? '';
    const found = parsed(phrase);
    const end = endOf(phrases, at);
    if (!found) {
      if (!inline.has(phrase)) written.say(phrase);
    } else if (inParagraph && found.role === 'button') {
      written.say(headed(found.name, '', ['Taste', ...found.state].join(', ')));
    } else {
      written.endSentence();
      if (found.role in things) written.thing(found);
      else {
        const state = [...(found.role === 'list' ? counted(phrases[at + 1]) : []), ...found.state];
        const inside = script(phrases.slice(at + 1, end), found.role === 'paragraph');
        written.lines.push(...around({ ...found, state }, inside));
      }
    }
    if (found) at = end;
  }
  written.endSentence();
  return written.lines;
}

/** What live regions said of themselves, each once: the virtual reader says a region again for each node that changed in it. */
export const announced = (phrases: readonly string[]): string[] =>
  phrases
    .flatMap((phrase) => /^(?:polite|assertive): (.*)$/s.exec(phrase)?.[1] ?? [])
    .filter((text, index, all) => text !== all[index - 1]);

/** A script as it stands in a test, without the indentation of the code around it. */
export function written(text = ''): string[] {
  const lines = text.replace(/^\n|\s+$/g, '').split('\n');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent));
}
