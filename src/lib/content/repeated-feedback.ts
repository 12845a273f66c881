import type { WrittenText } from './compile';
import { plainText, type Choice } from './lesson';
import { problemAt, type Problem } from './problem';

/** A choice, and those of the moment to which it leads. */
const withNext = (choice: Choice): Choice[] => [choice, ...(choice.next?.choices ?? [])];

/**
 * Answers of a course, within one language, that are told the same: who learns notices that nobody looked at what they
 * chose. What is neither right nor wrong ("Ich weiß es nicht") may be comforted in the same words.
 */
export function repeatedFeedback(texts: readonly WrittenText[]): Problem[] {
  const seen = new Map<string, string>();
  return texts.flatMap(({ file, locale, text, lines }) =>
    text.steps.flatMap((step) =>
      (step.question?.choices ?? []).flatMap(withNext).flatMap(({ neutral, feedback }) => {
        const said = plainText(feedback);
        if (neutral || said === '') return [];
        const key = `${file.split('/')[1]} ${locale} ${said}`;
        const place = { file, line: lines.get(feedback[0] ?? step) ?? lines.get(step) ?? 1 };
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, `${file}:${place.line}`);
          return [];
        }
        return [problemAt(place, 'feedback-twice', `"${said}" is said at ${first}, too.`)];
      })
    )
  );
}
