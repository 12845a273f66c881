import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Steps that somebody found outdated. The id is made where it is said, so that sending it twice counts once. */
export const guideReports = sqliteTable(
  'guide_reports',
  {
    id: text('id').primaryKey(),
    guide: text('guide').notNull(),
    /** one of content/guide.ts */
    system: text('system').notNull(),
    receivedAt: integer('received_at').notNull(),
    /** taken back by whoever said it */
    withdrawnAt: integer('withdrawn_at'),
    doneAt: integer('done_at')
  },
  (table) => [index('guide_reports_open').on(table.doneAt, table.guide, table.system)]
);
