import { describe, expect, it } from 'vitest';
import { errors } from '$lib/base/errors';
import { locales } from './locales';
import { loadMessages } from './messages';

describe('the words for errors', () => {
  it.each(locales)('every error of the one table has a text in %s', async (locale) => {
    const t = await loadMessages(locale, ['device']);
    const silent = Object.values(errors).filter(({ textKey }) => t(textKey) === textKey);
    expect(silent.map(({ textKey }) => textKey)).toEqual([]);
  });
});
