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

/** Who looked at what is kept of whom or handed it out, and when. Ids only. */
export const auditLooks = sqliteTable(
  'audit_looks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** UTC milliseconds */
    at: integer('at').notNull(),
    /** `staff/<id>` */
    by: text('by').notNull(),
    /** `<word>/<id>` */
    subject: text('subject').notNull(),
    /** handed out: on paper or as a file */
    what: text('what', { enum: ['seen', 'handed-out'] })
      .notNull()
      .default('seen')
  },
  (table) => [index('audit_looks_at').on(table.at), index('audit_looks_subject').on(table.subject, table.at)]
);
