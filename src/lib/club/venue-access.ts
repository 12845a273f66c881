/** What is said of a place: yes, no, or nothing yet. Nobody takes silence for a yes. */
export const knowns = ['', 'yes', 'no'] as const;
export type Known = (typeof knowns)[number];

export function knownIn(text: string): Known {
  return knowns.find((known) => known === text) ?? '';
}

/** What people who come need to know of a place, in the order of the form. */
export const accessFacts = ['stepFree', 'hearingLoop', 'parking'] as const;
