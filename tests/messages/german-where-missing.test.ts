import { expect, it } from 'vitest';
import { filled } from '../../scripts/german-where-missing.js';

const german = {
  title: 'Titel',
  part: { lead: 'Satz', days_one: 'ein Tag', days_other: '{{count}} Tage' },
  list: ['a', 'b'],
  steps: '{{count}} Schritte',
  steps_one: 'ein Schritt'
};

it('says in German what a language has not said yet, in each of its plural forms', () => {
  expect(filled({ title: 'Başlık', part: {} }, german, 'ru')).toEqual({
    title: 'Başlık',
    part: {
      lead: 'Satz',
      days_one: 'ein Tag',
      days_few: '{{count}} Tage',
      days_many: '{{count}} Tage',
      days_other: '{{count}} Tage'
    },
    list: ['a', 'b'],
    steps: '{{count}} Schritte'
  });
});

it('leaves what is said, whatever its plural forms', () => {
  const own = { title: 'T', part: { lead: 'L', days: '{{count}}' }, list: ['c'], steps_few: 'f', steps_other: 'o' };
  expect(filled(own, german, 'uk')).toEqual(own);
});
