import { describe, expect, it } from 'vitest';
import type { WrittenText } from '$lib/content/compile';
import { measuresOf, sentencesRead } from '$lib/content/language';
import { letterCount, wordsOf } from '$lib/content/readability/words';
import { isHouseLocale } from '$lib/i18n/locales';
import { ownContent } from '../support/own-content';
import { secondCount } from './second-syllables';

const { texts } = ownContent;
/** What two honest counters may differ by, in school years. */
const most = 0.3;

/** The formula of the gate, written down a second time (READABILITY.md), over the second counter. */
function gateBySecondCount(written: WrittenText): number {
  const sentences = sentencesRead(written).filter((sentence) => wordsOf(sentence).length > 0);
  const words = sentences.flatMap(wordsOf);
  const meanSentence = words.length / sentences.length;
  if (written.locale === 'en') {
    const syllables = words.reduce((sum, word) => sum + secondCount.en(word), 0);
    return 0.39 * meanSentence + 11.8 * (syllables / words.length) - 15.59;
  }
  const counts = words.map(secondCount.de);
  const percent = (matching: readonly unknown[]) => (100 * matching.length) / words.length;
  return (
    0.1935 * percent(counts.filter((count) => count >= 3)) +
    0.1672 * meanSentence +
    0.1297 * percent(words.filter((word) => letterCount(word) > 6)) -
    0.0327 * percent(counts.filter((count) => count === 1)) -
    0.875
  );
}

const gateOf = (written: WrittenText): number =>
  written.locale === 'en' ? measuresOf(written).fleschGrade : measuresOf(written).wiener;

describe('how hard a lesson is to read', () => {
  const measured = texts.filter(({ locale }) => isHouseLocale(locale));
  it.each(measured.map((written) => [written.lesson, written.locale, written] as const))(
    'is the same by a second way to count syllables: %s, %s',
    (_lesson, _locale, written) => {
      const difference = Math.abs(gateBySecondCount(written) - gateOf(written));
      expect(difference).toBeLessThanOrEqual(most);
    }
  );
});
