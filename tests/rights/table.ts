/**
 * Who may write and read what (SYNC.md, "Rights"), as people read it: a line an actor, a column an event type or a kind
 * of stream. Seen from one group: Anna is a member, its meeting is today. What stands here is asked of the running server
 * (tests/e2e/rights.spec.ts), cell by cell; a type or kind without a column fails table.test.ts.
 *
 * Written by: a learner's event by Anna; a tablet's by the actor's own tablet, or the venue's where the actor has none; a
 * staff event by the actor's own account, or by the group's trainer where the actor has none; "device alone" writes in its
 * own name. All of it now; what was done earlier stands in rights.spec.ts.
 *
 * yes           accepted, and on disk
 * forbidden     refused: no rule allows it
 * held          kept for the office to decide: all that speaks against it is that the device was reported lost
 * unauthorized  nobody proved to be the author: the entry waits on its device for a sign-in
 * unknown-type  no room brings the type: families are not built, and nothing of them is taken or given out
 */
export const writes = `
actor                         | place.moved  | step.completed | lesson.completed | practice.completed | answer.given | review.answered | meeting.opened | attendance.marked | meeting.noted | sheet.closed | sheet.reopened | guest.added  | guest.removed | guest.proposed | heads.counted | tally.taken  | presence.proposed | lesson.planned | lesson.dropped | lesson.reached | lesson.proposed | words.written | difficulty.named | call.noted   | help.raised  | help.ended   | help.answered | lesson.offered | offer.withdrawn | offer.answered | family.sealed
visitor                       | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | unauthorized   | unauthorized  | unauthorized  | unauthorized      | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | unauthorized | unauthorized | unauthorized  | unauthorized   | unauthorized    | unauthorized   | unknown-type
invented cookies              | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | unauthorized   | unauthorized  | unauthorized  | unauthorized      | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | unauthorized | unauthorized | unauthorized  | unauthorized   | unauthorized    | unauthorized   | unknown-type
learner on an enrolled tablet | yes          | yes            | yes              | yes                | yes          | yes             | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | yes            | unauthorized  | unauthorized  | yes               | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | yes          | yes          | unauthorized  | unauthorized   | unauthorized    | yes            | unknown-type
learner with a card           | yes          | yes            | yes              | yes                | yes          | yes             | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | unauthorized   | unauthorized  | unauthorized | forbidden         | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | unauthorized | unauthorized | unauthorized  | unauthorized   | unauthorized    | unauthorized   | unknown-type
learner with a replaced card  | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | unauthorized   | unauthorized  | unauthorized | unauthorized      | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | unauthorized | unauthorized | unauthorized  | unauthorized   | unauthorized    | unauthorized   | unknown-type
learner with an invented card | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | unauthorized   | unauthorized  | unauthorized | unauthorized      | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | unauthorized | unauthorized | unauthorized  | unauthorized   | unauthorized    | unauthorized   | unknown-type
trainer of the group          | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | yes            | yes               | yes           | yes          | yes            | yes          | yes           | unauthorized   | yes           | yes           | unauthorized      | yes            | yes            | yes            | yes             | yes           | yes              | yes          | unauthorized | unauthorized | yes           | yes            | yes             | unauthorized   | unknown-type
trainer at an enrolled tablet | yes          | yes            | yes              | yes                | yes          | yes             | yes            | yes               | yes           | yes          | yes            | yes          | yes           | yes            | yes           | yes           | yes               | yes            | yes            | yes            | yes             | yes           | yes              | yes          | yes          | yes          | yes           | yes            | yes             | yes            | unknown-type
stand-in at a club tablet     | yes          | yes            | yes              | yes                | yes          | yes             | yes            | yes               | yes           | yes          | yes            | yes          | yes           | yes            | yes           | yes           | yes               | yes            | yes            | yes            | yes             | yes           | yes              | yes          | yes          | yes          | yes           | yes            | yes             | yes            | unknown-type
trainer's grant alone         | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | yes            | yes               | yes           | yes          | yes            | yes          | yes           | unauthorized   | yes           | yes           | unauthorized      | yes            | yes            | yes            | yes             | yes           | yes              | yes          | unauthorized | unauthorized | yes           | yes            | yes             | unauthorized   | unknown-type
grant on another browser      | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | unauthorized   | unauthorized  | unauthorized  | unauthorized      | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | unauthorized | unauthorized | unauthorized  | unauthorized   | unauthorized    | unauthorized   | unknown-type
substitute                    | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | yes            | yes               | yes           | yes          | yes            | yes          | yes           | unauthorized   | yes           | yes           | unauthorized      | yes            | yes            | yes            | yes             | yes           | yes              | yes          | unauthorized | unauthorized | yes           | yes            | yes             | unauthorized   | unknown-type
trainer of another group      | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | forbidden      | forbidden         | forbidden     | forbidden    | forbidden      | forbidden    | forbidden     | unauthorized   | forbidden     | forbidden     | unauthorized      | forbidden      | forbidden      | forbidden      | forbidden       | forbidden     | forbidden        | forbidden    | unauthorized | unauthorized | forbidden     | forbidden      | forbidden       | unauthorized   | unknown-type
trainer removed this morning  | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | forbidden      | forbidden         | forbidden     | forbidden    | forbidden      | forbidden    | forbidden     | unauthorized   | forbidden     | forbidden     | unauthorized      | forbidden      | forbidden      | forbidden      | forbidden       | forbidden     | forbidden        | forbidden    | unauthorized | unauthorized | forbidden     | forbidden      | forbidden       | unauthorized   | unknown-type
disabled account              | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | unauthorized   | unauthorized  | unauthorized  | unauthorized      | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | unauthorized | unauthorized | unauthorized  | unauthorized   | unauthorized    | unauthorized   | unknown-type
office                        | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | yes            | yes               | yes           | yes          | yes            | yes          | yes           | unauthorized   | yes           | yes           | unauthorized      | yes            | yes            | yes            | yes             | yes           | yes              | yes          | unauthorized | unauthorized | yes           | yes            | yes             | unauthorized   | unknown-type
office of the venue           | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | yes            | yes               | yes           | yes          | yes            | yes          | yes           | unauthorized   | yes           | yes           | unauthorized      | yes            | yes            | yes            | yes             | yes           | yes              | yes          | unauthorized | unauthorized | yes           | yes            | yes             | unauthorized   | unknown-type
office of another venue       | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | forbidden      | forbidden         | forbidden     | forbidden    | forbidden      | forbidden    | forbidden     | unauthorized   | forbidden     | forbidden     | unauthorized      | forbidden      | forbidden      | forbidden      | forbidden       | forbidden     | forbidden        | forbidden    | unauthorized | unauthorized | forbidden     | forbidden      | forbidden       | unauthorized   | unknown-type
device alone                  | forbidden    | forbidden      | forbidden        | forbidden          | forbidden    | forbidden       | forbidden      | forbidden         | forbidden     | forbidden    | forbidden      | forbidden    | forbidden     | yes            | forbidden     | forbidden     | forbidden         | forbidden      | forbidden      | forbidden      | forbidden       | forbidden     | forbidden        | forbidden    | yes          | yes          | forbidden     | forbidden      | forbidden       | yes            | unknown-type
device of another venue       | forbidden    | forbidden      | forbidden        | forbidden          | forbidden    | forbidden       | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | forbidden      | unauthorized  | unauthorized  | forbidden         | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | forbidden    | forbidden    | unauthorized  | unauthorized   | unauthorized    | forbidden      | unknown-type
revoked device                | forbidden    | forbidden      | forbidden        | forbidden          | forbidden    | forbidden       | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | forbidden      | unauthorized  | unauthorized  | forbidden         | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | forbidden    | forbidden    | unauthorized  | unauthorized   | unauthorized    | forbidden      | unknown-type
lost device                   | held         | held           | held             | held               | held         | held            | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | held           | unauthorized  | unauthorized  | held              | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | held         | held         | unauthorized  | unauthorized   | unauthorized    | held           | unknown-type
grant of a lost device        | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | held           | held              | held          | held         | held           | held         | held          | unauthorized   | held          | held          | unauthorized      | held           | held           | held           | held            | held          | held             | held         | unauthorized | unauthorized | held          | held           | held            | unauthorized   | unknown-type
family device                 | unauthorized | unauthorized   | unauthorized     | unauthorized       | unauthorized | unauthorized    | unauthorized   | unauthorized      | unauthorized  | unauthorized | unauthorized   | unauthorized | unauthorized  | unauthorized   | unauthorized  | unauthorized  | unauthorized      | unauthorized   | unauthorized   | unauthorized   | unauthorized    | unauthorized  | unauthorized     | unauthorized | unauthorized | unauthorized | unauthorized  | unauthorized   | unauthorized    | unauthorized   | unknown-type
`;

/** Each asks for Anna's streams, the meeting's and a family's, but for "device alone": nobody is on it to ask for. */
export const reads = `
actor                          | progress | learner | meeting | family | roster
visitor                        | no       | no      | no      | no     | no
invented cookies               | no       | no      | no      | no     | no
learner on an enrolled tablet  | yes      | yes     | yes     | no     | yes
learner with a card            | yes      | yes     | no      | no     | yes
learner with a replaced card   | no       | no      | no      | no     | no
learner with an invented card  | no       | no      | no      | no     | no
trainer of the group           | yes      | no      | yes     | no     | yes
trainer at an enrolled tablet  | yes      | yes     | yes     | no     | yes
stand-in at a club tablet      | yes      | yes     | yes     | no     | yes
trainer's grant alone          | no       | no      | no      | no     | no
grant on another browser       | no       | no      | no      | no     | no
substitute                     | yes      | no      | yes     | no     | yes
trainer of another group       | no       | no      | no      | no     | no
trainer removed this morning   | no       | no      | no      | no     | no
disabled account               | no       | no      | no      | no     | no
office                         | yes      | no      | yes     | no     | yes
office of the venue            | yes      | no      | yes     | no     | yes
office of another venue        | no       | no      | no      | no     | no 
device alone                   | yes      | no      | yes     | no     | yes
device of another venue        | no       | no      | no      | no     | no
revoked device                 | no       | no      | no      | no     | no
lost device                    | no       | no      | no      | no     | no
grant of a lost device         | no       | no      | no      | no     | no
family device                  | no       | no      | no      | no     | no
`;

/** Actors of the design that the server cannot tell from a visitor: what they would show proves nothing. */
export const notBuilt: Readonly<Record<string, string>> = {
  'family device': 'families come with their own issue; no event type is registered, and no token is known'
};

export interface Table {
  readonly columns: readonly string[];
  /** by actor, then by column */
  readonly lines: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Takes a table apart. A line that is shorter or longer than the head has lost or won a cell. */
export function parseTable(text: string): Table {
  const [head = [], ...rest] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const columns = head.slice(1);
  const lines = rest.map(([actor = '', ...cells]) => {
    if (cells.length !== columns.length) throw new Error(`${actor}: ${cells.length} cells, ${columns.length} columns`);
    return [actor, new Map(columns.map((column, index) => [column, cells[index] ?? '']))] as const;
  });
  return { columns, lines: new Map(lines) };
}
