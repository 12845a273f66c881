/** The day on which the accessibility statement was last looked through, a plain date. Renewed at least once a year. */
export const statementDate = '2026-11-24';
