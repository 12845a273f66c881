import { lineOf, listEntries, noteUnknown, rawText, type DirectiveNode, type Reading } from './markdown';

/** One line `- id: text | detail` of a `:::picture` block. */
export interface LabelText {
  id: string;
  label: string;
  detail?: string;
}

/** A picture's texts in one language. */
export interface PictureText {
  /** Empty where the author wrote none, which is a mistake. */
  alt: string;
  labels: LabelText[];
}

/** Parses a `:::picture{alt="…"}` block with its lines `- id: text`. */
export function readPictureText(reading: Reading, node: DirectiveNode): PictureText {
  const picture: PictureText = { alt: node.attributes?.['alt']?.trim() ?? '', labels: [] };
  reading.lines.set(picture, lineOf(node));
  for (const child of node.children) {
    if (child.type !== 'list') {
      noteUnknown(reading, child);
      continue;
    }
    for (const { runs, line } of listEntries(reading, child)) {
      const found = /^([a-z0-9-]+):\s*(.*)$/su.exec(rawText(runs));
      if (!found?.[1] || !found[2]) {
        reading.say(
          line,
          'label-missing',
          'This line of the picture is not "- id: text".',
          "Write the item's id, a colon and its text."
        );
        continue;
      }
      if (/^(['"]).*\1$/u.test(found[2]))
        reading.say(line, 'label-quoted', `The text of "${found[1]}" stands in quotation marks.`);
      const label = readLabel(found[1], found[2]);
      if (picture.labels.some(({ id }) => id === label.id))
        reading.say(line, 'duplicate-id', `The picture names "${label.id}" twice.`);
      reading.lines.set(label, line);
      picture.labels.push(label);
    }
  }
  return picture;
}

/** A label as it is written: `text`, or `text | detail`. */
export function readLabel(id: string, text: string): LabelText {
  const [label = '', detail] = text.split('|').map((part) => part.trim().replace(/\s+/gu, ' '));
  return { id, label, ...(detail && { detail }) };
}
