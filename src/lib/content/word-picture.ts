import type { Picture } from './lesson';
import type { Lines } from './markdown';
import { buildPicture, checkPicture } from './picture';
import { readLabel, type PictureText } from './picture-text';
import { problemAt, type Problem } from './problem';
import type { GlossaryFacts } from './schemas';
import type { YamlRead } from './yaml-file';

interface Checked {
  readonly file: string;
  readonly lineOf: YamlRead<GlossaryFacts>['lineOf'];
  /** The names of coloured pictures; undefined where they are not known, then they are not checked. */
  readonly pictures: ReadonlySet<string> | undefined;
}

/** The picture of a word in one language; nothing where it has none. */
export function wordPicture(facts: GlossaryFacts, locale: string): Picture | undefined {
  const text = textIn(facts, locale);
  return facts.picture && text && buildPicture(facts.picture, text, { lines: noLines, say: () => undefined });
}

/** Checks a word's picture as a step's, in every language that the word has. */
export function checkWordPicture(facts: GlossaryFacts, { file, lineOf, pictures }: Checked): Problem[] {
  const { picture, shown } = facts;
  if (!picture)
    return Object.keys(shown).length === 0
      ? []
      : [problemAt({ file, line: lineOf(['shown']) }, 'picture-missing', 'The word has no picture.')];
  const placeOf = (part: string) => ({ file, line: lineOf(['picture', part]) });
  const problems = checkPicture(picture, { placeOf, pictures });
  for (const language of Object.keys(facts.word)) {
    const text = textIn(facts, language);
    const line = lineOf(text ? ['shown', language] : ['picture']);
    if (text)
      buildPicture(picture, text, {
        lines: noLines,
        say: (_, code, message, remedy) => problems.push(problemAt({ file, line }, code, message, remedy))
      });
    else
      problems.push(problemAt({ file, line }, 'alt-missing', `The picture has no alternative text in "${language}".`));
  }
  return problems;
}

/** All of it stands at the line of its language. */
const noLines: Lines = new Map();

function textIn({ shown }: GlossaryFacts, locale: string): PictureText | undefined {
  const written = shown[locale];
  return (
    written && { alt: written.alt, labels: Object.entries(written.labels).map(([id, text]) => readLabel(id, text)) }
  );
}
