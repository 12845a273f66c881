import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { localeFacts, locales } from './locales';
import { translator, type MessageTree } from './translate';

const files = import.meta.glob<MessageTree>('./messages/*/*.json', { eager: true, import: 'default' });

function messagesOf(locale: string): MessageTree {
  const areas = Object.entries(files).filter(([path]) => path.startsWith(`./messages/${locale}/`));
  return Object.fromEntries(areas.map(([path, area]) => [path.replace(/^.*\/|\.json$/g, ''), area]));
}

/** Every key of a tree; plural forms by the key that they are asked for with. */
function keysOf(tree: MessageTree, before = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = before + name.replace(/_(zero|one|two|few|many|other)$/, '');
    return typeof value === 'string' || Array.isArray(value)
      ? [key]
      : keysOf(value as MessageTree, `${before}${name}.`);
  });
}

const named = { name: 'Ruth', step: 2, total: 7, lesson: 'Ä & <b>', telephone: '', minutes: 0 };

describe('the small translator of the browser', () => {
  it.each(locales)('says what i18next says, for every message of %s', async (locale) => {
    const messages = messagesOf(locale);
    const { lang } = localeFacts[locale];
    const i18next = createInstance();
    await i18next.init({
      lng: lang,
      resources: { [lang]: { translation: messages } },
      interpolation: { escapeValue: false, skipOnVariables: true }
    });
    const small = translator(lang, messages);
    const keys = [...new Set(keysOf(messages))];
    expect(keys.length).toBeGreaterThan(300);
    for (const key of keys)
      for (const count of [0, 1, 2, 5]) {
        const options = { ...named, count, returnObjects: true };
        expect([key, count, small(key, options)]).toEqual([key, count, i18next.t(key as never, options)]);
      }
  });

  it('returns the key where there is no text', () => {
    expect(translator('de', { a: { b: 'c' } })('a.x')).toBe('a.x');
    expect(translator('de', { a: { b: 'c' } })('a')).toBe('a');
  });

  it('takes what it fills in as it is', () => {
    expect(translator('de', { a: 'Für {{name}}.' })('a', { name: '{{name}} & <b>' })).toBe('Für {{name}} & <b>.');
  });
});
