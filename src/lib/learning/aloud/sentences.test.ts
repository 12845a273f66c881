import { describe, expect, it } from 'vitest';
import { isSeen, partsOf } from '../../../../tests/support/markup';
import { sentencesIn } from './sentences';

describe('what is read of a page', () => {
  it.each([
    ['what is marked, one by one', '<p><i data-sentence>A. </i><i data-sentence>B.</i></p>', ['A.', 'B.']],
    ['other text block by block, with what is strong in it', '<p>A <b>b</b> c.</p><p>D.</p>', ['A b c.', 'D.']],
    ['a label beside sentences', '<p><b>Hint:</b> <i data-sentence>A.</i></p>', ['Hint:', 'A.']],
    ['text beside a key, without the key', '<p>A. <button>Up</button></p>', ['A.']],
    ['what is marked on a key', '<button><i data-sentence>An answer.</i><i>1</i></button>', ['An answer.']],
    ['a key that is marked itself', '<a data-sentence>A guide</a>', ['A guide']],
    ['a word that can be tapped, within its sentence', '<p data-sentence>A <button>word</button>.</p>', ['A word.']],
    ['no picture', '<figure role="img" aria-label="B"><b>C</b></figure><p>A.</p>', ['A.']],
    ['nothing hidden from screen readers', '<p><i aria-hidden="true">1</i><i>A.</i></p>', ['A.']],
    ['nothing that is for screen readers alone', '<p class="hidden">Moved.</p><p>A.</p>', ['A.']],
    ['what is folded together by its heading', '<details><summary data-sentence>A</summary><p>B.</p></details>', ['A']],
    ['what is unfolded whole', '<details open=""><summary data-sentence>A</summary><p>B.</p></details>', ['A', 'B.']],
    [
      'of a pretend screen what is marked',
      '<div data-pretend="true"><p>12:00</p><p data-sentence>A.</p></div>',
      ['A.']
    ],
    ['a list that stands for it whole', '<div data-pretend="false"><p>12:00</p></div>', ['12:00']],
    ['nothing that is not on the screen', '<div class="paper"><p data-sentence>B.</p></div><p>A.</p>', ['A.']],
    ['nothing of what only looks like text', '<p>\n <i> </i></p><i data-sentence> </i>', []]
  ])('is %s', (_name, markup, expected) => {
    expect(sentencesIn(partsOf(markup), isSeen).map(({ text }) => text.trim())).toEqual(expected);
  });

  it('is marked at one element each', () => {
    const said = sentencesIn(partsOf('<p>A <b>b</b></p><ul><li>C</li><li>D</li></ul>'), isSeen);
    expect(new Set(said.map(({ place }) => place)).size).toBe(3);
  });
});
