import { checkSentences, type Say } from './language';
import { problemAt, type Problem } from './problem';
import { trainerLevels } from './readability/targets';
import { wordsOf } from './readability/words';
import type { TrainerPage } from './schemas';
import { sentenceRanges } from './sentences';
import type { WrittenTrainerPage } from './trainer-pages';

/** So many words fit on one sheet, with its headings (tests/e2e/lesson-plan.spec.ts prints one). */
const mostWords = 280;

interface Part {
  path: readonly (string | number)[];
  text: string;
  /** Said to participants as it stands: they are addressed as "Sie". */
  isSpoken?: true;
}

/** Every text of a page, in its order on paper. */
function partsOf(page: TrainerPage): Part[] {
  const { aim, start, quick, slow, talk, close } = page;
  const list = (name: 'material' | 'stumbling'): Part[] =>
    page[name].map((text, index) => ({ path: [name, index], text }));
  return [
    { path: ['aim'], text: aim },
    ...list('material'),
    { path: ['start'], text: start },
    ...page.questions.flatMap(({ ask, answer }, index): Part[] => [
      { path: ['questions', index, 'ask'], text: ask, isSpoken: true },
      { path: ['questions', index, 'answer'], text: answer, isSpoken: true }
    ]),
    ...list('stumbling'),
    { path: ['quick'], text: quick },
    { path: ['slow'], text: slow },
    { path: ['talk'], text: talk, isSpoken: true },
    { path: ['close'], text: close }
  ];
}

/** Checks the language of a page for trainers, more leniently than a lesson's, and that it fits on its sheet. */
export function checkTrainerPage({ file, language, page, lineOf }: WrittenTrainerPage): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (line, code, message) => void problems.push(problemAt({ file, line }, code, message));
  const parts = partsOf(page);
  for (const { path, text, isSpoken } of parts) {
    checkSentences(text, trainerLevels[language], lineOf(path), say);
    if (language === 'de' && !isSpoken && isFormal(text)) {
      const remedy = 'Trainers are addressed as "du". What they say to the group stands in „…“ or after a colon.';
      problems.push(problemAt({ file, line: lineOf(path) }, 'address', `"${text}" says "Sie".`, remedy));
    }
  }
  const count = parts.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  if (count > mostWords) say(1, 'trainer-long', `The page has ${count} words, at most ${mostWords}.`);
  return problems;
}

/**
 * Whether a trainer is addressed as "Sie". What stands in quotes, after a colon, or as a question is said to the group; at
 * the beginning of a sentence the word may mean "they".
 */
function isFormal(text: string): boolean {
  const own = text.replace(/„[^“]*“|:\s.*$/gsu, ' ');
  return sentenceRanges(own)
    .map(([start, end]) => own.slice(start, end))
    .some((sentence) => !sentence.endsWith('?') && /\S\s(?:Sie|Ihnen|Ihre?[mnrs]?)\b/u.test(sentence));
}
