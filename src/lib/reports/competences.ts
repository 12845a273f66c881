/** The areas of DigComp 2.2 (European Commission, 2022): a competence's code begins with its area's number. */
export const competenceAreas = ['1', '2', '3', '4', '5'] as const;
export type CompetenceArea = (typeof competenceAreas)[number];
