import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Secret addresses at which a calendar reads meetings. Of the secret only a hash is kept, so nobody can read it here. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    id: text('id').primaryKey(),
    /** 'venue', 'group' or 'trainer' */
    kind: text('kind').notNull(),
    /** the id of that venue, group or account */
    subject: text('subject').notNull(),
    secretHash: text('secret_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    /** from then on the address answers nothing */
    revokedAt: integer('revoked_at')
  },
  (table) => [uniqueIndex('calendar_feeds_secret').on(table.secretHash)]
);
