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
