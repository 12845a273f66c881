/** Everything below a content folder: path with forward slashes (`courses/garden/course.yaml`) → text. */
export type Sources = ReadonlyMap<string, string>;

/** The names right below a folder that are folders themselves, sorted. */
export function foldersIn(sources: Sources, folder: string): string[] {
  const names = [...sources.keys()]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1).split('/'))
    .flatMap(([name, ...below]) => (name && below.length > 0 ? [name] : []));
  return [...new Set(names)].sort();
}

/** The paths of the files right in a folder with an ending, sorted. */
export const filesIn = (sources: Sources, folder: string, ending: string): string[] =>
  [...sources.keys()]
    .filter(
      (path) => path.startsWith(`${folder}/`) && path.endsWith(ending) && !path.slice(folder.length + 1).includes('/')
    )
    .sort();

/** The last part of a path without its ending: `glossary/app.yaml` → `app`. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/u, '');
