import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The log: every event that was ever accepted, unchanged but for a corrected `at`. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    stream: text('stream').notNull(),
    /** contiguous within the stream, from 1 */
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    at: text('at').notNull(),
    by: text('by').notNull(),
    seen: text('seen'),
    /** JSON, as its type's schema gives it back */
    data: text('data').notNull(),
    /** the browser that sent it */
    device: text('device').notNull(),
    /** UTC milliseconds of the server: what retention and figures count with */
    receivedAt: integer('received_at').notNull()
  },
  (table) => [uniqueIndex('events_stream_seq').on(table.stream, table.seq)]
);

export const streams = sqliteTable('streams', {
  stream: text('stream').primaryKey(),
  /** the greatest `seq` given out */
  last: integer('last').notNull(),
  /** UTC milliseconds of its deletion; its events are gone, its name stays so that devices can be told */
  goneAt: integer('gone_at')
});

/** Which version of each projection its read table holds. The tables are made from the log at any time. */
export const readTables = sqliteTable('read_tables', {
  name: text('name').primaryKey(),
  version: integer('version').notNull()
});

/** One row: this incarnation of the database. A restored backup gets another one. */
export const incarnations = sqliteTable('incarnations', {
  epoch: text('epoch').primaryKey()
});
