import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Sources } from './sources';

/** Reads the text files (`.yaml`, `.md`) of a content folder. Throws where the folder cannot be read. */
export function readSources(folder: string): Sources {
  return new Map(
    textFiles(folder).map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')])
  );
}

/** A sign of a content folder's state: it changes whenever a text file in it does. */
export function sourcesState(folder: string): string {
  return textFiles(folder)
    .map((path) => `${path}:${statSync(path).mtimeMs}`)
    .join('\n');
}

const textFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|md)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
