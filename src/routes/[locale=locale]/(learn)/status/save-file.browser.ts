import { giveFile } from '$lib/base/give-file.browser';
import { entryWords, type Telling } from './entry-words';
import type { Engine } from '$lib/sync/engine.browser';

/** Gives the person a file with entries that have not reached the server, as events and in words. */
export async function saveFile(engine: Engine, telling: Telling, ids: ReadonlySet<string>): Promise<void> {
  const file = await engine.outbox.file({
    ids,
    note: telling.t('saved.fileNote'),
    words: (entry) => {
      const { title, lines } = entryWords(entry, telling);
      return [title, ...lines].join(' · ');
    }
  });
  give(file);
}

/** Gives the person a file with what it holds. */
export function giveContent(content: object): void {
  give(new Blob([JSON.stringify(content, undefined, 2)], { type: 'application/json' }));
}

const give = (file: Blob): void => giveFile(file, `digitaltreff-${new Date().toISOString().slice(0, 10)}.json`);
