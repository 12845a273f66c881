import type { CompiledGuide, WrittenGuide } from './guide-facts';
import { systems } from './guide';
import { checkSentence, type Say } from './language';
import { plainText, type Audience, type Sentence } from './lesson';
import { problemAt, type Problem } from './problem';
import { levels } from './readability/targets';
import { wordsOf } from './readability/words';
import { wrongAddress } from './style-de';

/** So many steps can be followed with a finger on the page. */
const mostSteps = 9;

/** After so many days, systems have usually changed. */
const staleDays = 365;

/**
 * Checks the language of a guide, that its steps are few and short, and how long ago they were checked.
 * @param today as YYYY-MM-DD
 */
export const checkGuide = (guide: CompiledGuide, today: string): Problem[] => [
  ...guide.written.flatMap((written) => checkWritten(written, guide.audience)),
  ...checkStandings(guide, today)
];

function checkWritten({ file, locale, text, lines }: WrittenGuide, audience: Audience): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (line, code, message) => void problems.push(problemAt({ file, line }, code, message));
  const titleLine = lines.get(text) ?? 1;
  const level = levels[locale];
  const perStep = level.manner === 'strict' ? 3 : 2;
  if (wordsOf(text.title).length > 6) say(titleLine, 'heading-long', `The title "${text.title}" is long.`);
  const check = (sentence: Sentence): void => {
    const line = lines.get(sentence) ?? titleLine;
    const words = ownWords(sentence);
    checkSentence(words, level, line, say);
    const familiar = wrongAddress(words, locale, audience);
    if (familiar) say(line, 'address', `"${words}" says "${familiar}".`);
  };
  text.intro.forEach(check);
  for (const way of text.ways) {
    if (way.steps.length > mostSteps)
      say(lines.get(way) ?? 1, 'guide-long', `"## ${way.system}" has ${way.steps.length} steps.`);
    for (const step of way.steps) {
      step.forEach(check);
      const [first] = step;
      if (first && step.length > perStep)
        say(lines.get(first) ?? 1, 'guide-long', `The step has ${step.length} sentences, at most ${perStep}.`);
    }
  }
  return problems;
}

/** A sentence without what stands in strong type: it is written as on the device's screen, however hard that is. */
const ownWords = (sentence: Sentence): string => plainText([sentence.map((run) => (run.strong ? { text: '…' } : run))]);

function checkStandings({ file, facts, lineOf }: CompiledGuide, today: string): Problem[] {
  const limit = new Date(Date.parse(today) - staleDays * 86_400_000).toISOString().slice(0, 10);
  return systems.flatMap((system) => {
    const way = facts.ways[system];
    if (!way) return [];
    if (way.standing === 'untried') {
      const place = { file, line: lineOf(['ways', system]) };
      return [problemAt(place, 'guide-untried', `Nobody has tried the steps for ${system} on a device.`)];
    }
    const place = { file, line: lineOf(['ways', system, 'checked']) };
    if (way.checked > today) return [problemAt(place, 'yaml-shape', `${way.checked} is still to come.`)];
    if (way.checked < limit)
      return [problemAt(place, 'guide-stale', `The steps for ${system} were checked on ${way.checked}.`)];
    return [];
  });
}
