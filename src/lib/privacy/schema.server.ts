import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What people could not use. The id is made where the report is written, so that sending it twice keeps it once. */
export const barrierReports = sqliteTable(
  'barrier_reports',
  {
    id: text('id').primaryKey(),
    /** the page it is about: its address, or how the person calls it */
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
