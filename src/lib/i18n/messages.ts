import { createInstance, type i18n as Instance, type TFunction } from 'i18next';
import type base from './messages/de/base';
import type club from './messages/de/club';
import type device from './messages/de/device';
import type office from './messages/de/office';
import type parts from './messages/de/parts';
import type practice from './messages/de/practice';
import { localeFacts, type Locale } from './locales';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof base & typeof club & typeof device & typeof office & typeof parts & typeof practice };
  }
}

/** A group of message areas that one part of the house loads together. */
export type MessageGroup = 'base' | 'club' | 'device' | 'office' | 'parts' | 'practice';

const groups = import.meta.glob<{ default: Record<string, object> }>('./messages/*/*.ts');
const instances = new Map<Locale, Instance>();

/**
 * The translator of one language, with at least the asked groups loaded. Dictionaries never change while the app
 * runs, so there is one instance a language, on the server as in the browser.
 * @throws where a language lacks a group: the message check forbids that
 */
export async function loadMessages(locale: Locale, wanted: readonly MessageGroup[]): Promise<TFunction> {
  const instance = await instanceFor(locale);
  await Promise.all(
    wanted.map(async (group) => {
      const load = groups[`./messages/${locale}/${group}.ts`];
      if (!load) throw new Error(`No messages "${group}" in ${locale}`);
      const { default: areas } = await load();
      instance.addResourceBundle(localeFacts[locale].lang, 'translation', areas, true, true);
    })
  );
  return instance.t;
}

async function instanceFor(locale: Locale): Promise<Instance> {
  const known = instances.get(locale);
  if (known) return known;
  const instance = createInstance();
  await instance.init({
    lng: localeFacts[locale].lang,
    resources: {},
    // Svelte escapes what it prints.
    interpolation: { escapeValue: false }
  });
  instances.set(locale, instance);
  return instance;
}
