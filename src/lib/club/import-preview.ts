import type { ImportLine, Verdict } from './import-people';

/** Lines that a page can show; the rest is counted. */
const mostShown = 100;

export interface ImportPreview {
  readonly counts: Readonly<Record<Verdict, number>>;
  /** to be decided: may be somebody's second entry */
  readonly asked: readonly ImportLine[];
  readonly wrong: readonly ImportLine[];
  readonly fresh: readonly ImportLine[];
  /** what the file calls groups that are none of ours */
  readonly unknownGroups: readonly string[];
}

/** What will happen, in numbers and in lines. */
export function previewOf(lines: readonly ImportLine[]): ImportPreview {
  const counts = { new: 0, known: 0, twice: 0, 'no-name': 0, 'too-long': 0, formula: 0 };
  for (const { verdict } of lines) counts[verdict]++;
  const shown = (...verdicts: Verdict[]) =>
    lines.filter(({ verdict }) => verdicts.includes(verdict)).slice(0, mostShown);
  return {
    counts,
    asked: shown('known', 'twice'),
    wrong: shown('no-name', 'too-long', 'formula'),
    fresh: shown('new'),
    unknownGroups: [...new Set(lines.flatMap(({ unknownGroup }) => unknownGroup ?? []))].slice(0, mostShown)
  };
}
