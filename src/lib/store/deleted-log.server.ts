import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `DATA_DIR/deleted.log`: a line for each person who was deleted, `<time> <hash>`. It holds no name and no id, is copied
 * apart from the backups, and is replayed at each start, so that no restored backup brings anybody back.
 */
export function deletedLogFile(dataDir: string): string {
  return join(dataDir, 'deleted.log');
}

const line = /^\S+ ([0-9a-f]{64})$/;

/** Adds a line, on disk when this returns. */
export function noteDeleted(dataDir: string, { hash, at }: { hash: string; at: number }): void {
  const file = openSync(deletedLogFile(dataDir), 'a', 0o600);
  try {
    // A line that a power cut tore apart must not swallow the next one.
    writeSync(file, `\n${new Date(at).toISOString()} ${hash}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(dataDir);
}

/** The hashes of all lines; none without a file. What is no line is left out. */
export function readDeleted(dataDir: string): Set<string> {
  const lines = textOf(deletedLogFile(dataDir)).split('\n');
  return new Set(lines.flatMap((text) => line.exec(text)?.[1] ?? []));
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
