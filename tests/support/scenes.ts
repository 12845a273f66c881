import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Locale } from '../../src/lib/i18n/locales';

const folder = 'content/scenes';

/** Every scene of the content, by kind and name. */
export const scenes: readonly { kind: string; scene: string }[] = readdirSync(folder)
  .sort()
  .flatMap((kind) =>
    readdirSync(`${folder}/${kind}`)
      .sort()
      .map((scene) => ({ kind, scene }))
  );

/** A scene in one language as a kind's `paramsSchema` takes it. */
export function readScene(kind: string, scene: string, locale: Locale): unknown {
  const file = (name: string): unknown => parse(readFileSync(`${folder}/${kind}/${scene}/${name}.yaml`, 'utf8'));
  return { ...Object(file('scene')), texts: file(locale) };
}
