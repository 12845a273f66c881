import { localeFacts } from '../../i18n/locales';
import type { LessonStats } from '../check';
import type { Measures } from '../readability/measures';
import { levels } from '../readability/targets';
import { html, table, type Html } from './html';

/** The columns of the table; a language has a target in those that hold one of its measures. */
const columns: readonly [title: string, measures: readonly (keyof Measures)[]][] = [
  ['Mean sentence, words', ['meanSentence']],
  ['Ease (Amstad, Flesch)', ['amstad', 'fleschEase']],
  ['School years (Wiener 1, Flesch-Kincaid)', ['wiener', 'fleschGrade']],
  ['LIX', ['lix']],
  ['Negations, %', ['negationShare']]
];

/** How easy a lesson is to read in each of its languages, each figure beside its target. */
export function readabilityTable(stats: readonly LessonStats[]): Html {
  return html`<div class="wide">
    ${table('How easy it is to read', ['Language', 'Words', 'Longest sentence', ...columns.map(([name]) => name)], stats.map(row), 'figures')}
  </div> `;
}

function row(figures: LessonStats): Html {
  const { gates, longest } = levels[figures.locale];
  const cells = columns.map(([, measures]) => {
    const gate = gates.find(({ measure }) => measures.includes(measure));
    if (!gate) return html`<td class="number">–</td>`;
    const { atLeast, atMost } = gate;
    const value = figures[gate.measure];
    const isMissed = value < (atLeast ?? -Infinity) || value > (atMost ?? Infinity);
    const bound = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
    return cell(value.toFixed(1), bound, isMissed);
  });
  return html`<tr>
    <th scope="row" lang="${localeFacts[figures.locale].lang}">${localeFacts[figures.locale].name}</th>
    <td class="number">${figures.words}</td>
    ${cell(String(figures.longestSentence), `at most ${longest}`, figures.longestSentence > longest)}${cells}
  </tr> `;
}

/** A figure that misses its target says so in a word: colour alone is no sign. */
const cell = (value: string, bound: string, isMissed: boolean): Html =>
  isMissed
    ? html`<td class="number missed">${value} <strong>missed</strong> <span class="target">${bound}</span></td>`
    : html`<td class="number">${value} <span class="target">${bound}</span></td>`;
