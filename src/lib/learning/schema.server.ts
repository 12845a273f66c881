import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Steps that somebody did not understand. The id is made where it is said, so that sending it twice counts once. */
export const unclearSteps = sqliteTable(
  'unclear_steps',
  {
    id: text('id').primaryKey(),
    course: text('course').notNull(),
    lesson: text('lesson').notNull(),
    step: text('step').notNull(),
    /** in which it was read */
    locale: text('locale').notNull(),
    receivedAt: integer('received_at').notNull(),
    /** taken back by whoever said it */
    withdrawnAt: integer('withdrawn_at')
  },
  (table) => [index('unclear_steps_step').on(table.course, table.lesson, table.step)]
);
