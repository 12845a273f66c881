import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `DATA_DIR/deleted.log`: a line for each person who was deleted, `<time> <hash>`, with the last day where a name stays
 * sealed until then. It holds no name and no id, is copied apart from the backups, and is replayed at each start, so that
 * no restored backup brings anybody back.
 */
export function deletedLogFile(dataDir: string): string {
  return join(dataDir, 'deleted.log');
}

const line = /^\S+ ([0-9a-f]{64})(?: (\d{4}-\d{2}-\d{2}))?$/;

export interface DeletedLine {
  /** the last day of a sealed name, a plain date; nothing: gone for good */
  readonly until?: string | undefined;
}

/** Adds a line, on disk when this returns. */
export function noteDeleted(
  dataDir: string,
  { hash, at, until }: DeletedLine & { readonly hash: string; readonly at: number }
): void {
  const file = openSync(deletedLogFile(dataDir), 'a', 0o600);
  try {
    // A line that a power cut tore apart must not swallow the next one.
    writeSync(file, `\n${[new Date(at).toISOString(), hash, ...(until === undefined ? [] : [until])].join(' ')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(dataDir);
}

/** By hash, the last line of each; none without a file. What is no line is left out. */
export function readDeleted(dataDir: string): ReadonlyMap<string, DeletedLine> {
  const lines = textOf(deletedLogFile(dataDir)).split('\n');
  return new Map(
    lines.flatMap((text) => {
      const [, hash, until] = line.exec(text) ?? [];
      return hash === undefined ? [] : [[hash, { until }] as const];
    })
  );
}

/** Makes sure that the names of a folder's files are on disk. Some systems cannot say so about a folder. */
export function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    fsyncSync(opened);
    closeSync(opened);
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
