import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The rules that figures are reckoned by, each with the day from which on it holds. A line is never changed once a list
 * of its time has been opened: so old figures stay, whatever is settled later.
 */
export const figureRules = sqliteTable('figure_rules', {
  /** plain date, `YYYY-MM-DD` */
  from: text('from').primaryKey(),
  /** a name of reports/figures.ts */
  profile: text('profile').notNull(),
  /** of the minutes held, in per cent: what a certificate asks for */
  sharePercent: integer('share_percent').notNull(),
  /** `staff/<id>` */
  notedBy: text('noted_by').notNull(),
  notedAt: integer('noted_at').notNull()
});
