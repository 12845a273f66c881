import type { WholeFacts } from './lesson-facts';

/** The 21 competences of DigComp 2.2 (Vuorikari, Kluzer, Punie: The Digital Competence Framework for Citizens, 2022). */
const competences: readonly string[] = [
  ...['1.1', '1.2', '1.3'],
  ...['2.1', '2.2', '2.3', '2.4', '2.5', '2.6'],
  ...['3.1', '3.2', '3.3', '3.4'],
  ...['4.1', '4.2', '4.3', '4.4'],
  ...['5.1', '5.2', '5.3', '5.4']
];

/** By competence, in the framework's order: the codes of the lessons that train it. */
export function coverageOf(facts: readonly WholeFacts[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    competences.map((competence) => [
      competence,
      facts.filter(({ value }) => value.competences.codes.includes(competence)).map(({ value }) => value.code)
    ])
  );
}

/** The same as lines for a terminal, with the sum. */
export function coverageTable(coverage: ReadonlyMap<string, readonly string[]>): string {
  const covered = [...coverage.values()].filter((lessons) => lessons.length > 0).length;
  const rows = [...coverage].map(([competence, lessons]) => `${competence}  ${lessons.join(' ') || 'no lesson'}`);
  return [`DigComp 2.2: ${covered} of ${coverage.size} competences`, ...rows, ''].join('\n');
}
