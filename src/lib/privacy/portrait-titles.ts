/** Tables that have a title of their own; each has a text in every language (`members.portrait.table.*`). */
const titled = [
  'members',
  'memberships',
  'waiting',
  'consents',
  'member_phones',
  'member_aliases',
  'member_corrections',
  'sealed_persons',
  'tablet_loans',
  'events',
  'audit_lines',
  'audit_looks'
] as const;

export const isTitled = (table: string): table is (typeof titled)[number] => titled.some((one) => one === table);

/** Columns that have a word of their own; each has a text in every language (`privacy.portrait.*`). */
const worded = [
  'id',
  'first_name',
  'initial',
  'picture',
  'created_at',
  'member',
  'person',
  'kept',
  'group',
  'from',
  'until',
  'purpose',
  'wording',
  'given_on',
  'noted_by',
  'noted_at',
  'withdrawn_at',
  'phone',
  'merged_at',
  'undone_at',
  'import',
  'kind',
  'stream',
  'seq',
  'type',
  'at',
  'by',
  'seen',
  'data',
  'device',
  'received_at',
  'reason',
  'sender',
  'event',
  'decided_at',
  'decision',
  'last',
  'gone_at',
  'reported_at',
  'action',
  'subject',
  'what',
  'sealed_at',
  'key',
  'row'
] as const;

export const isWorded = (column: string): column is (typeof worded)[number] => worded.some((one) => one === column);
