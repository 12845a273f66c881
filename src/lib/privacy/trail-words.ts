import type { TFunction } from 'i18next';
import { formatDate } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locales';

/** What can stand in the trail, each with a text in every language (`privacy.trail.deed.*`). */
const deeds = [
  'barrier.closed',
  'barrier.opened',
  'calendar.added',
  'calendar.restored',
  'calendar.revoked',
  'card.made',
  'card.taken-away',
  'code.made',
  'consent.given',
  'consent.withdrawn',
  'group.added',
  'group.changed',
  'group.closed',
  'group.opened',
  'guide.closed',
  'guide.opened',
  'import.taken',
  'import.undone',
  'list.handed-out',
  'look.handed-out',
  'look.seen',
  'meeting.added',
  'meeting.cancelled',
  'meeting.moved',
  'meeting.restored',
  'member.added',
  'member.changed',
  'member.import-undone',
  'member.imported',
  'member.joined',
  'member.left',
  'member.merged',
  'member.split',
  'password-link.made',
  'password-link.used',
  'password.changed',
  'password.given',
  'person.deleted',
  'person.handed-out',
  'person.restricted',
  'picture-code.removed',
  'picture-code.set',
  'report-rules.settled',
  'retention.lifted',
  'retention.set',
  'series.added',
  'series.withdrawn',
  'settings.changed',
  'staff.added',
  'staff.disabled',
  'staff.enabled',
  'staff.venues-changed',
  'substitute.appointed',
  'substitute.released',
  'tablet.changed',
  'tablet.enrolled',
  'tablet.given-back',
  'tablet.lent',
  'tablet.lent-longer',
  'tablet.not-lent',
  'tablet.reported-lost',
  'tablet.restored',
  'tablet.revoked',
  'tablet.wiped',
  'term.begun',
  'term.withdrawn',
  'venue.added',
  'venue.changed',
  'venue.closed',
  'venue.opened',
  'waiting.began',
  'waiting.ended',
  'words.struck'
] as const;

type KnownDeed = (typeof deeds)[number];

export const isKnownDeed = (action: string): action is KnownDeed => deeds.some((deed) => deed === action);

/** What was done, in words. */
export const deedWords = (t: TFunction, action: string): string =>
  isKnownDeed(action) ? t(`privacy.trail.deed.${action}`) : t('privacy.trail.deed.other');

/** Who did it: an account by its name, a tablet that enrolled itself, or the house itself. */
export function authorWords(t: TFunction, { by, byName }: { by: string; byName: string | undefined }): string {
  if (byName !== undefined) return byName;
  if (by === 'upkeep' || by === 'deleted-log') return t('privacy.trail.house');
  if (by.startsWith('device/')) return t('privacy.trail.tablet');
  return by === 'set-up' ? t('privacy.trail.setUp') : t('privacy.trail.unknown');
}

interface Subject {
  /** `<word>/<id>` */
  readonly subject: string;
  readonly subjectName: string | undefined;
  /** of a meeting, a plain date */
  readonly subjectDate: string | undefined;
}

/** Whom or what it was done to; nothing where there is no more to say. */
export function subjectWords(t: TFunction, locale: Locale, { subject, subjectName, subjectDate }: Subject): string {
  if (subjectName === undefined) return subject.startsWith('person/') ? t('privacy.trail.gonePerson') : '';
  return subjectDate === undefined ? subjectName : `${subjectName}, ${formatDate(locale, subjectDate)}`;
}
