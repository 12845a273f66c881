import { subjectOf, type EventId, type SyncEvent } from '$lib/sync/event';
import { later, withEntry } from '$lib/sync/merge';
import { on, projection } from '$lib/sync/projection';
import type { Promiser } from './bank';
import {
  agreementBegun,
  agreementSigned,
  detailWritten,
  ruleAnswered,
  ruleWritten,
  type Says,
  type Side
} from './events';

interface Kept {
  readonly id: EventId;
  readonly at: string;
}

/** One wording of a rule; a rule that was taken out has one that is not `on`. */
export interface Writing extends Kept {
  readonly agreement: string;
  readonly rule: string;
  readonly by: Promiser;
  readonly words?: string;
  readonly on: boolean;
}

interface Answering extends Kept {
  readonly says: Says;
  readonly about: EventId;
  readonly words?: string;
}

export interface Signing extends Kept {
  readonly agreement: string;
  readonly who: Side;
  readonly on: boolean;
  readonly writings: readonly EventId[];
  readonly name: string;
  readonly strokes?: string;
}

/** Everything that a family has written: all agreements, every wording, and of each field the last word. */
export interface FamilyRow {
  readonly begun?: Kept & { readonly agreement: string };
  /** in order of time */
  readonly writings: readonly Writing[];
  /** by `<agreement>|<rule>|<who>` */
  readonly answers: Readonly<Record<string, Answering>>;
  /** by `<agreement>|<what>` */
  readonly details: Readonly<Record<string, Kept & { readonly text: string }>>;
  /** by `<agreement>|<who>|<version>` */
  readonly signings: Readonly<Record<string, Signing>>;
}

const nothing: FamilyRow = { writings: [], answers: {}, details: {}, signings: {} };

/** What names the set of wordings that was signed: their ids in a fixed order. */
export const versionOf = (writings: readonly EventId[]): string => [...writings].sort().join('.');

const keyOf = ({ stream }: Pick<SyncEvent, 'stream'>): string => subjectOf(stream);

/** One field of many: the last writer wins. */
function put<T extends Kept>(fields: Readonly<Record<string, T>>, key: string, next: T): Record<string, T> {
  return { ...fields, [key]: later(fields[key], next) };
}

const wordsIn = (words: string | undefined) => (words === undefined ? {} : { words });

/**
 * Each field by itself, the last writer wins; wordings are all kept, so that what was signed can always be read. Key: the
 * family's id. Two phones that write offline come to the same row, whatever comes first (SYNC.md, "Merge rules").
 */
export const family = projection<FamilyRow>('family', 1, [
  on(agreementBegun, {
    keyOf,
    fold: (row = nothing, { id, at, data: { agreement } }) => ({
      ...row,
      begun: later(row.begun, { id, at, agreement })
    })
  }),
  on(ruleWritten, {
    keyOf,
    fold(row = nothing, { id, at, data: { agreement, rule, by, words, on: isOn } }) {
      const writing: Writing = { id, at, agreement, rule, by, ...wordsIn(words), on: isOn };
      return { ...row, writings: withEntry(row.writings, writing) };
    }
  }),
  on(ruleAnswered, {
    keyOf,
    fold(row = nothing, { id, at, data: { agreement, rule, who, says, about, words } }) {
      const answer: Answering = { id, at, says, about, ...wordsIn(words) };
      return { ...row, answers: put(row.answers, `${agreement}|${rule}|${who}`, answer) };
    }
  }),
  on(detailWritten, {
    keyOf,
    fold: (row = nothing, { id, at, data: { agreement, what, text } }) => ({
      ...row,
      details: put(row.details, `${agreement}|${what}`, { id, at, text })
    })
  }),
  on(agreementSigned, {
    keyOf,
    fold(row = nothing, { id, at, data: { agreement, who, on: isOn, writings, name, strokes } }) {
      const signing: Signing = {
        ...{ id, at, agreement, who, on: isOn, writings: [...writings].sort(), name },
        ...(strokes === undefined ? {} : { strokes })
      };
      return { ...row, signings: put(row.signings, `${agreement}|${who}|${versionOf(writings)}`, signing) };
    }
  })
]);
