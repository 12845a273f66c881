/** What a calendar can be of: all groups of a venue, one group, or the groups that somebody trains. */
export const feedKinds = ['venue', 'group', 'trainer'] as const;
export type FeedKind = (typeof feedKinds)[number];

export interface FeedSubject {
  readonly kind: FeedKind;
  readonly subject: string;
}

/** How a form names it: `group/<id>`. */
export const subjectKey = ({ kind, subject }: FeedSubject): string => `${kind}/${subject}`;

/** What such a name says; nothing where it is none. */
export function parseSubject(key: string): FeedSubject | undefined {
  const [word = '', subject = ''] = key.split('/');
  const kind = feedKinds.find((known) => known === word);
  return kind && subject !== '' ? { kind, subject } : undefined;
}
