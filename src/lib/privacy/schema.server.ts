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

/**
 * Persons whose deletion has to wait because a list has to be shown as proof (GDPR, article 17 (3) b and 18). All that
 * was kept of them is gone but this name: no list of the house reads this table but the sealed one.
 */
export const sealedPersons = sqliteTable(
  'sealed_persons',
  {
    /** the id that their marks stand under */
    person: text('person').primaryKey(),
    firstName: text('first_name').notNull(),
    initial: text('initial').notNull(),
    /** why the name has to stay, in the words of the office; '' where only deleted.log knew of it */
    reason: text('reason').notNull(),
    /** plain date: the last day of it */
    until: text('until').notNull(),
    sealedAt: integer('sealed_at').notNull(),
    /** `staff/<id>` */
    by: text('by').notNull()
  },
  (table) => [index('sealed_persons_until').on(table.until)]
);

/** After how many months something goes, as the office has said. Without a line nothing of that kind is deleted. */
export const retentionRules = sqliteTable('retention_rules', {
  /** one of privacy/retention.ts */
  kind: text('kind').primaryKey(),
  months: integer('months').notNull(),
  setAt: integer('set_at').notNull(),
  /** `staff/<id>` */
  by: text('by').notNull()
});

/** What the rules and the ends of sealed lists have deleted: numbers, no names. */
export const retentionReceipts = sqliteTable(
  'retention_receipts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    /** one of privacy/retention.ts, or `sealed` */
    kind: text('kind').notNull(),
    /** of the rule; none for a sealed name, which has a day */
    months: integer('months'),
    gone: integer('gone').notNull()
  },
  (table) => [index('retention_receipts_at').on(table.at)]
);
