import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** Whether a scene is written in a language. */
export const hasScene = ({ kind, scene }: { kind: string; scene: string }, locale: Locale): boolean =>
  existsSync(`${folder}/${kind}/${scene}/${locale}.yaml`);

const read = new Map<string, unknown>();

/** A file of a scene. Read once: many tests ask for each of them. */
function fileOf(path: string): unknown {
  if (!read.has(path)) read.set(path, parse(readFileSync(`${folder}/${path}.yaml`, 'utf8')));
  return read.get(path);
}

/** A scene in one language as a kind's `paramsSchema` takes it. */
export function readScene(kind: string, scene: string, locale: Locale): unknown {
  const { level: _level, ...head } = Object(fileOf(`${kind}/${scene}/scene`));
  return { ...head, texts: fileOf(`${kind}/${scene}/${locale}`) };
}
