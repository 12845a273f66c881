/** The kinds of file that a table is handed out as. */
export const tableKinds = ['csv', 'xlsx'] as const;
export type TableKind = (typeof tableKinds)[number];

export const isTableKind = (value: string): value is TableKind => tableKinds.some((kind) => kind === value);

/** Lines of cells, the first one their heads. A number stays a number, to be reckoned with. */
export type Lines = readonly (readonly (string | number)[])[];
