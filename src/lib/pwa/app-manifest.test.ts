import { describe, expect, it } from 'vitest';
import { housePath } from '../i18n/house-pages';
import { localeFacts, locales } from '../i18n/locales';
import { loadMessages } from '../i18n/messages';
import { appManifest } from './app-manifest';

describe.each(locales)('the manifest in %s', (locale) => {
  it('starts in its language and offers the first course, the downloads and the name tiles', async () => {
    const t = await loadMessages(locale, ['base', 'device']);
    const { dir } = localeFacts[locale];
    const manifest = appManifest(locale, t, [{ id: 'tablet-basics', title: 'Mein Tablet' }]);
    expect(manifest).toMatchObject({ id: '/', start_url: `/${locale}`, scope: '/', name: 'Digitaltreff', dir });
    expect(manifest.shortcuts.map(({ url }) => url)).toEqual([
      `/${locale}/courses/tablet-basics`,
      `/${locale}/downloads`,
      housePath(locale, '/who')
    ]);
    const words = [manifest.description, ...manifest.shortcuts.map(({ name }) => name)];
    expect(words.filter((text) => text.startsWith('downloads.'))).toEqual([]);
  });
});
