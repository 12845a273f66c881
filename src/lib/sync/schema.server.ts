import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * The log: every event that was ever accepted, unchanged but for a corrected `at`. The events of a stream lie side by
 * side in the file (`WITHOUT ROWID`, which only the migration can say; docs/decisions/0017).
 */
export const events = sqliteTable(
  'events',
  {
    id: text('id').notNull(),
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
  (table) => [
    primaryKey({ columns: [table.stream, table.seq] }),
    // Each id once; in front what of it stands for its stream (event-id.ts, docs/decisions/0041).
    uniqueIndex('events_id').on(sql`substr("id", 16, 8)`, table.id),
    // What meetings say about a person is found when the person is deleted; see `about` of an event's type.
    index('events_about')
      .on(sql`case when json_valid("data") then "data" ->> 'person' end`)
      .where(sql`"stream" >= 'meeting/' and "stream" < 'meeting0'`)
  ]
);

export const streams = sqliteTable('streams', {
  stream: text('stream').primaryKey(),
  /** the greatest `seq` given out */
  last: integer('last').notNull(),
  /** UTC milliseconds of its deletion; its events are gone, its name stays so that devices can be told */
  goneAt: integer('gone_at'),
  /** UTC milliseconds of the event that ended it: nothing is written after that, what stands there is still read */
  endedAt: integer('ended_at')
});

/** Which version of each projection its read table holds. The tables are made from the log at any time. */
export const readTables = sqliteTable('read_tables', {
  name: text('name').primaryKey(),
  version: integer('version').notNull()
});

/** One row: this incarnation of the database. A backup carries another one, and gets one more when it is first opened. */
export const incarnations = sqliteTable('incarnations', {
  epoch: text('epoch').primaryKey(),
  /** UTC milliseconds of the backup that this database was, if it was one */
  backupAt: integer('backup_at'),
  /** UTC milliseconds when that backup was first opened: what was accepted in between is not in it */
  restoredAt: integer('restored_at')
});

/** Events that wait for the office, or waited (docs/decisions/0013). Their content goes with the decision. */
export const heldEvents = sqliteTable(
  'held_events',
  {
    id: text('id').primaryKey(),
    stream: text('stream').notNull(),
    reason: text('reason', { enum: ['lost-device', 'unknown-stream'] }).notNull(),
    /** who is limited and listed: `tablet/<id>` or `staff/<id>` */
    sender: text('sender').notNull(),
    /** the browser that sent it */
    device: text('device').notNull(),
    /** UTC milliseconds */
    receivedAt: integer('received_at').notNull(),
    /** the event as JSON, until it is decided */
    event: text('event'),
    decidedAt: integer('decided_at'),
    decision: text('decision', { enum: ['accepted', 'discarded'] })
  },
  (table) => [
    index('held_events_sender').on(table.sender, table.decidedAt),
    index('held_events_decided').on(table.decidedAt, table.receivedAt),
    index('held_events_stream').on(table.stream)
  ]
);

/** Streams that a device says were deleted, which a restored database has again: not handed out until decided. */
export const reportedStreams = sqliteTable(
  'reported_streams',
  {
    stream: text('stream').primaryKey(),
    sender: text('sender').notNull(),
    reportedAt: integer('reported_at').notNull(),
    decidedAt: integer('decided_at')
  },
  (table) => [index('reported_streams_decided').on(table.decidedAt)]
);

/** Hashed ids of persons who were deleted: a database that never knew them knows them by that. */
export const deletions = sqliteTable('deletions', {
  hash: text('hash').primaryKey()
});
