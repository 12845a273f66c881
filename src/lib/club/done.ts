/** What the office has just done; each has a text in every language (`office.done.*`). */
export type Deed =
  | 'saved'
  | 'venue-added'
  | 'venue-closed'
  | 'venue-opened'
  | 'group-added'
  | 'group-closed'
  | 'group-opened'
  | 'member-added'
  | 'member-joined'
  | 'member-left'
  | 'member-waits'
  | 'member-waits-no-more'
  | 'meeting-added'
  | 'meeting-cancelled'
  | 'meeting-restored'
  | 'meeting-moved'
  | 'series-added'
  | 'series-withdrawn'
  | 'series-cancelled'
  | 'series-restored'
  | 'series-moved'
  | 'calendar-revoked'
  | 'calendar-restored'
  | 'term-begun'
  | 'term-withdrawn'
  | 'term-in-use'
  | 'substitute-appointed'
  | 'substitute-released'
  | 'staff-added'
  | 'staff-disabled'
  | 'staff-enabled'
  | 'password-given'
  | 'tablet-revoked'
  | 'tablet-lost'
  | 'tablet-restored'
  | 'held-accepted'
  | 'held-discarded'
  | 'group-back'
  | 'member-back'
  | 'member-deleted'
  | 'member-kept'
  | 'consent-withdrawn'
  | 'member-merged'
  | 'member-split'
  | 'import-taken'
  | 'import-undone'
  | 'barrier-done'
  | 'barrier-opened';

/** A form action's good news, with the form that takes it back. */
export interface Done {
  readonly what: Deed;
  /** of the thing it was done to */
  readonly name: string;
  readonly undo?: { readonly action: string; readonly fields: Readonly<Record<string, string>> };
}
