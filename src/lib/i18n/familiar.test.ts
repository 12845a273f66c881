import { createInstance, type TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { familiar, loadFamiliar } from './familiar';
import { localeFacts, locales } from './locales';
import { loadMessages } from './messages';
import { translator, type MessageTree } from './translate';

const files = import.meta.glob<MessageTree>('./messages/*/**/*.json', { eager: true, import: 'default' });

function messagesIn(folder: string): Record<string, MessageTree> {
  const here = new RegExp(`^\\./messages/${folder}/([\\w-]+)\\.json$`);
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, area]) => {
      const name = here.exec(path)?.[1];
      return name === undefined ? [] : [[name, area]];
    })
  );
}

const keysOf = (tree: MessageTree, before = ''): string[] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' || Array.isArray(value)
      ? [before + name.replace(/_(one|other)$/, '')]
      : keysOf(value as MessageTree, `${before}${name}.`)
  );

describe('the translator that says "du"', () => {
  it.each(locales)('says the same on the server and in the browser, for every message of %s', async (locale) => {
    const { lang } = localeFacts[locale];
    const [usual, own] = [messagesIn(locale), messagesIn(`${locale}/du`)];
    const onServer = async (translation: MessageTree): Promise<TFunction> => {
      const i18next = createInstance();
      const interpolation = { escapeValue: false, skipOnVariables: true };
      await i18next.init({ lng: lang, resources: { [lang]: { translation } }, interpolation });
      return i18next.t;
    };
    const inBrowser = (messages: MessageTree) => translator(lang, messages) as unknown as TFunction;
    const server = familiar(await onServer(own), await onServer(usual));
    const browser = familiar(inBrowser(own), inBrowser(usual));
    for (const key of new Set(keysOf(usual)))
      for (const count of [0, 1, 2, 5]) {
        const options = { name: 'Ruth', step: 2, lesson: 'Ä & <b>', minutes: 0, count, returnObjects: true };
        expect([key, count, browser(key as never, options)]).toEqual([key, count, server(key as never, options)]);
      }
  });

  it('takes its own words where there are some, and else what everybody is told', async () => {
    const t = await loadMessages('de', ['base', 'practice', 'practice-chat']);
    const du = await loadFamiliar('de', t, ['chat']);
    expect(t('learning.player.saved')).toBe('Sie können hier aufhören. Alles ist gespeichert.');
    expect(du('learning.player.saved')).toBe('Du kannst hier aufhören. Alles ist gespeichert.');
    expect(du('learning.player.back')).toBe('Zurück');
    expect(du('practice.guide.tap', { name: 'Ruth' })).toBe('Tippe auf: Ruth.');
    expect(du('practice-chat.field')).toBe('Deine Nachricht');
    expect(du('learning.player.nothing' as never)).toBe('learning.player.nothing');
  });

  it('is the one of everybody where a language has no such word', async () => {
    const t = await loadMessages('en', ['base']);
    const du = await loadFamiliar('en', t, []);
    expect(du('learning.player.saved')).toBe(t('learning.player.saved'));
  });
});
