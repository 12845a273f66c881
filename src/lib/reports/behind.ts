import { askedAs, type Asked } from './asked';

/** Which of a time's meetings stand behind a figure. */
export const meetingKinds = ['held', 'cancelled', 'open'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** The meetings that a figure was counted from. */
export interface Behind {
  readonly kind: MeetingKind;
  /** of one venue, or of one group, alone */
  readonly venue?: string | undefined;
  readonly group?: string | undefined;
}

export function behindIn({ searchParams }: Pick<URL, 'searchParams'>): Behind {
  return {
    kind: meetingKinds.find((kind) => kind === searchParams.get('kind')) ?? 'held',
    venue: searchParams.get('venue') ?? undefined,
    group: searchParams.get('group') ?? undefined
  };
}

/** The page with those meetings, below the language. */
export function behindPath(asked: Asked, { kind, venue, group }: Behind): string {
  const of = group !== undefined ? `&group=${group}` : venue !== undefined ? `&venue=${venue}` : '';
  return `/office/reports/meetings?${askedAs(asked)}&kind=${kind}${of}`;
}
