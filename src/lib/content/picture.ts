import type { Picture, PictureItem } from './lesson';
import { type Reading } from './markdown';
import type { PictureText } from './picture-text';
import { problemAt, type Place, type Problem } from './problem';
import type { PictureFacts } from './schemas';
import { screenRules } from './screens';

type Note = (part: string, code: Problem['code'], message: string) => void;

/**
 * Checks what `lesson.yaml` says of a picture: its items, ring and switches fit its screen, its pictures exist.
 * @param placeOf the place of an entry of the picture, such as `ring`
 * @param pictures the names of coloured pictures; undefined where they are not known, then they are not checked
 */
export function checkPicture(
  facts: PictureFacts,
  { placeOf, pictures }: { placeOf: (part: string) => Place; pictures: ReadonlySet<string> | undefined }
): Problem[] {
  const problems: Problem[] = [];
  const say: Note = (part, code, message) => void problems.push(problemAt(placeOf(part), code, message));
  const rules = screenRules[facts.screen];
  const twice = facts.items.find((item, index) => facts.items.indexOf(item) !== index);
  if (twice) say('items', 'duplicate-id', `The item "${twice}" is there twice.`);
  checkItems(facts, say, pictures);
  for (const id of facts.on)
    if (!facts.items.includes(id))
      say('on', 'reference-unknown', `"${id}" is switched on, but is no item of the picture.`);
  const marked = rules.ring === 'items' ? facts.items : rules.ring;
  if (facts.ring && !marked.includes(facts.ring)) {
    say(
      'ring',
      'reference-unknown',
      `The ring marks "${facts.ring}", which is not among ${marked.join(', ') || 'the items (there are none)'}.`
    );
  }
  if (facts.icon && pictures && !pictures.has(facts.icon))
    say('icon', 'picture-unknown', `There is no picture "${facts.icon}".`);
  if (facts.screen === 'gesture' && !facts.gesture)
    say('screen', 'picture-shape', 'A gesture picture names its "gesture:".');
  return problems;
}

function checkItems(facts: PictureFacts, say: Note, pictures: ReadonlySet<string> | undefined): void {
  const { items } = screenRules[facts.screen];
  if (items === 'none') {
    if (facts.items.length > 0) say('items', 'picture-shape', `The screen "${facts.screen}" has no items.`);
    return;
  }
  if (facts.items.length === 0) say('screen', 'picture-shape', `The screen "${facts.screen}" needs items.`);
  if (items === 'free') return;
  for (const id of facts.items) {
    if (items === 'pictures' && pictures && !pictures.has(id))
      say('items', 'picture-unknown', `There is no picture "${id}".`);
    if (typeof items === 'object' && !items.includes(id))
      say('items', 'picture-shape', `"${id}" is not one of ${items.join(', ')}.`);
  }
}

/** Joins a picture's facts with its texts of one language; missing and unknown labels are noted as mistakes. */
export function buildPicture(facts: PictureFacts, text: PictureText, reading: Pick<Reading, 'lines' | 'say'>): Picture {
  checkLabels(facts, text, reading);
  const { screen, on, ring, gesture, level, icon } = facts;
  return {
    screen,
    items: facts.items.map((id) => itemOf(id, text)),
    labels: Object.fromEntries(
      text.labels.filter(({ id }) => !facts.items.includes(id)).map(({ id, label }) => [id, label])
    ),
    on,
    alt: text.alt,
    ...(ring !== undefined && { ring }),
    ...(gesture !== undefined && { gesture }),
    ...(level !== undefined && { level }),
    ...(icon !== undefined && { icon })
  };
}

function checkLabels(
  { screen, items }: PictureFacts,
  text: PictureText,
  { lines, say }: Pick<Reading, 'lines' | 'say'>
): void {
  const { texts, mayTexts, labels, details } = screenRules[screen];
  const line = lines.get(text) ?? 1;
  if (!text.alt) say(line, 'alt-missing', 'The picture has no alternative text.');
  for (const id of [...texts, ...(labels === 'each' ? items : [])]) {
    if (!text.labels.some((label) => label.id === id))
      say(line, 'label-missing', `The picture has no text for "${id}".`);
  }
  const known = [...texts, ...mayTexts, ...items];
  for (const label of text.labels) {
    const at = lines.get(label) ?? line;
    if (!known.includes(label.id))
      say(at, 'label-unknown', `"${label.id}" is neither an item nor a text of this picture.`);
    else if (details && items.includes(label.id) && !details.includes(label.detail ?? '')) {
      say(at, 'picture-shape', `"${label.id}" does not say ${details.join(' or ')} after "|".`);
    }
  }
}

function itemOf(id: string, text: PictureText): PictureItem {
  const found = text.labels.find((label) => label.id === id);
  return { id, label: found?.label ?? '', ...(found?.detail && { detail: found.detail }) };
}

/** The coloured pictures that a picture shows. */
export function picturesIn(picture: Picture): string[] {
  const items = screenRules[picture.screen].items === 'pictures' ? picture.items.map(({ id }) => id) : [];
  return picture.icon ? [...items, picture.icon] : items;
}
