import { expect, it } from 'vitest';
import { formatBytes, formatDate, formatNumber } from './format';

it.each([
  [1, '1 kB'],
  [62_400, '63 kB'],
  [999_999, '1.000 kB'],
  [1_700_000, '1,7 MB'],
  [10_737_400_000, '10,7 GB']
])('a size of %i bytes is told as %s', (sizeBytes, words) => {
  expect(formatBytes('de', sizeBytes).replace(/\s/g, ' ')).toBe(words);
});

it('writes European digits in Arabic, as its texts do', () => {
  expect(formatNumber('ar', 1250)).toMatch(/^1.250$/);
  expect(formatDate('ar', '2026-11-23')).toMatch(/23.+2026/);
});
