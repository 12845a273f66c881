import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who changed what, and when. Ids only: the line outlives the person it is about. */
export const auditLines = sqliteTable(
  'audit_lines',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** UTC milliseconds */
    at: integer('at').notNull(),
    /** `staff/<id>`, or `set-up` for whoever held the one-time link */
    by: text('by').notNull(),
    /** `<word>.<past participle>`, as in the names of events */
    action: text('action').notNull(),
    /** `<word>/<id>` */
    subject: text('subject').notNull()
  },
  (table) => [index('audit_lines_at').on(table.at), index('audit_lines_subject').on(table.subject)]
);

/** What people could not use. The id is made where the report is written, so that sending it twice keeps it once. */
export const barrierReports = sqliteTable(
  'barrier_reports',
  {
    id: text('id').primaryKey(),
    /** the page it is about, as an address of this house */
    page: text('page').notNull(),
    text: text('text').notNull(),
    /** how to answer, if the person wished an answer */
    contact: text('contact').notNull().default(''),
    locale: text('locale').notNull(),
    receivedAt: integer('received_at').notNull(),
    doneAt: integer('done_at')
  },
  (table) => [index('barrier_reports_received').on(table.receivedAt)]
);
