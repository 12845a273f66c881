import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Families whose devices exchange sealed entries. Nothing else is known of them. */
export const families = sqliteTable('families', {
  /** of the stream `family/<id>` */
  id: text('id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  /** UTC milliseconds */
  createdAt: integer('created_at').notNull(),
  /** UTC milliseconds of a day on which one of its devices was here: unused for long, a family goes */
  usedAt: integer('used_at').notNull()
});
