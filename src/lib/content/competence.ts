/** The 21 competences of DigComp 2.2 (Vuorikari, Kluzer, Punie: The Digital Competence Framework for Citizens, 2022). */
export const competences = [
  ...(['1.1', '1.2', '1.3'] as const),
  ...(['2.1', '2.2', '2.3', '2.4', '2.5', '2.6'] as const),
  ...(['3.1', '3.2', '3.3', '3.4'] as const),
  ...(['4.1', '4.2', '4.3', '4.4'] as const),
  ...(['5.1', '5.2', '5.3', '5.4'] as const)
] as const;
export type Competence = (typeof competences)[number];

/** Its five areas: a competence's code begins with its area's number. */
export const competenceAreas = ['1', '2', '3', '4', '5'] as const;
export type CompetenceArea = (typeof competenceAreas)[number];

/** The competences of an area, in the framework's order. */
export const competencesIn = (area: CompetenceArea): Competence[] =>
  competences.filter((code) => code.startsWith(`${area}.`));
