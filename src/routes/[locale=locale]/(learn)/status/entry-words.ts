import type { TFunction } from 'i18next';
import { errors } from '$lib/base/errors';
import { entryFacts, type EntryFacts, type Named, type Viewer } from '$lib/club/saved-entry';
import { formatDate, formatStamped } from '$lib/i18n/format';
import type { Locale } from '$lib/i18n/locales';
import type { OutboxEntry } from '$lib/sync/shelf';
import type { Snapshot } from '$lib/sync/snapshot';

export interface Telling {
  readonly t: TFunction;
  readonly locale: Locale;
  readonly viewer: Viewer;
  readonly snapshot: Snapshot | undefined;
}

/** An entry in words: what and when, and in lines below whom and which meeting, who made it, and why it is here. */
export interface EntryWords {
  readonly title: string;
  readonly lines: readonly string[];
}

const marks = new Map(
  (['open', 'present', 'late', 'left-early', 'excused', 'excused-afterwards', 'absent'] as const).map((mark) => [
    String(mark),
    mark
  ])
);

export function entryWords({ event, code }: OutboxEntry, { t, locale, viewer, snapshot }: Telling): EntryWords {
  const facts = entryFacts(event, viewer, snapshot);
  const when = formatStamped(locale, event.at);
  const reason = code === undefined ? t('saved.waits') : t(errors[code].textKey);
  return {
    title: t('saved.entry', { what: t(`saved.kinds.${facts.kind}`), when }),
    lines: [aboutWords(facts, t), meetingWords(facts, t, locale), authorWords(facts.author, t), reason].filter(
      (line) => line !== ''
    )
  };
}

function aboutWords({ about, mark }: EntryFacts, t: TFunction): string {
  const known = marks.get(mark ?? '');
  const status = known === undefined ? '' : t(`saved.marks.${known}`);
  if (about === undefined) return '';
  const name = typeof about === 'object' ? about.name : t('saved.somebody');
  return status === '' ? t('saved.about', { name }) : t('saved.marked', { name, status });
}

function meetingWords({ meeting }: EntryFacts, t: TFunction, locale: Locale): string {
  return meeting ? t('saved.meeting', { group: meeting.group, date: formatDate(locale, meeting.date) }) : '';
}

function authorWords(author: Named, t: TFunction): string {
  if (author === 'you') return t('saved.byYou');
  return author === 'other' ? t('saved.byOther') : t('saved.by', { name: author.name });
}
