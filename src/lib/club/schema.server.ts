import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { staff, tablets } from '$lib/access/schema.server';

/** Places where meetings happen. Never deleted, only closed: tablets and old meetings name them. */
export const venues = sqliteTable('venues', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  address: text('address').notNull().default(''),
  /** the federal state by its two letters (ISO 3166-2:DE), for its public holidays; '' where nobody has said */
  state: text('state').notNull().default(''),
  /** as people say it, several lines */
  openingTimes: text('opening_times').notNull().default(''),
  /** of the place: 'yes', 'no', or '' where nobody has said */
  stepFree: text('step_free').notNull().default(''),
  hearingLoop: text('hearing_loop').notNull().default(''),
  parking: text('parking').notNull().default(''),
  /** what else one should know on the way in */
  accessNote: text('access_note').notNull().default(''),
  createdAt: integer('created_at').notNull(),
  closedAt: integer('closed_at')
});

/** Learners and trainers who meet again. */
export const groups = sqliteTable(
  'groups',
  {
    id: text('id').primaryKey(),
    venue: text('venue')
      .notNull()
      .references(() => venues.id),
    name: text('name').notNull(),
    /** id of a course of content/ */
    course: text('course'),
    /** whom it is meant for: an audience of content/lesson.ts; '' where nobody has said */
    audience: text('audience').notNull().default(''),
    /** how many can take part; nothing where nobody has said */
    capacity: integer('capacity'),
    createdAt: integer('created_at').notNull(),
    closedAt: integer('closed_at')
  },
  (table) => [index('groups_venue').on(table.venue)]
);

/** Learners, with as little as a name tile needs. */
export const members = sqliteTable('members', {
  id: text('id').primaryKey(),
  firstName: text('first_name').notNull(),
  /** first letter of the family name, or nothing */
  initial: text('initial').notNull(),
  /** a name of ui/pictures.ts */
  picture: text('picture').notNull(),
  createdAt: integer('created_at').notNull()
});

/** Who was a member of which group from when to when. */
export const memberships = sqliteTable(
  'memberships',
  {
    member: text('member')
      .notNull()
      .references(() => members.id),
    group: text('group')
      .notNull()
      .references(() => groups.id),
    from: integer('from').notNull(),
    until: integer('until')
  },
  (table) => [
    primaryKey({ columns: [table.member, table.group, table.from] }),
    index('memberships_group').on(table.group)
  ]
);

/** Who trained which group from when to when. */
export const assignments = sqliteTable(
  'assignments',
  {
    staff: text('staff')
      .notNull()
      .references(() => staff.id),
    group: text('group')
      .notNull()
      .references(() => groups.id),
    from: integer('from').notNull(),
    until: integer('until')
  },
  (table) => [
    primaryKey({ columns: [table.staff, table.group, table.from] }),
    index('assignments_group').on(table.group)
  ]
);

/** Who waits for a place in a group, from when until they got one or gave up. */
export const waiting = sqliteTable(
  'waiting',
  {
    member: text('member')
      .notNull()
      .references(() => members.id),
    group: text('group')
      .notNull()
      .references(() => groups.id),
    from: integer('from').notNull(),
    until: integer('until')
  },
  (table) => [primaryKey({ columns: [table.member, table.group, table.from] }), index('waiting_group').on(table.group)]
);

/** Meetings that were planned together. Each stands in `meetings` by itself: it can be moved and cancelled alone. */
export const series = sqliteTable('series', {
  id: text('id').primaryKey(),
  group: text('group')
    .notNull()
    .references(() => groups.id),
  /** 1: every week, 2: every other week */
  everyWeeks: integer('every_weeks').notNull(),
  createdAt: integer('created_at').notNull()
});

/**
 * Planned gatherings. The id is derived from the group and the date first planned (club/meeting-id.ts), and stays when
 * the meeting is moved: marks, tablets and calendars name it.
 */
export const meetings = sqliteTable(
  'meetings',
  {
    id: text('id').primaryKey(),
    group: text('group')
      .notNull()
      .references(() => groups.id),
    /** plain date of the venue's zone, `YYYY-MM-DD` */
    date: text('date').notNull(),
    /** plain times, `HH:MM` */
    start: text('start').notNull(),
    end: text('end').notNull(),
    createdAt: integer('created_at').notNull(),
    cancelledAt: integer('cancelled_at'),
    /** in the words of the office, for everybody to read; '' where it gave none */
    cancelReason: text('cancel_reason').notNull().default(''),
    /** the date that it was planned for at first, where it has been moved to another */
    movedFrom: text('moved_from'),
    series: text('series').references(() => series.id),
    /** counts its changes, for calendars (RFC 5545, 3.8.7.4) */
    sequence: integer('sequence').notNull().default(0),
    changedAt: integer('changed_at')
  },
  (table) => [
    uniqueIndex('meetings_group_date').on(table.group, table.date),
    index('meetings_date').on(table.date),
    index('meetings_series').on(table.series)
  ]
);

/** Lists that were taken in from a file: never the file, only that it was, so that it can be taken back. */
export const memberImports = sqliteTable(
  'member_imports',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    /** `staff/<id>` */
    by: text('by').notNull(),
    undoneAt: integer('undone_at')
  },
  (table) => [index('member_imports_at').on(table.at)]
);

/** What an import did to whom: took them in, or made a known person a member of a group. */
export const importedMembers = sqliteTable(
  'imported_members',
  {
    import: text('import')
      .notNull()
      .references(() => memberImports.id),
    member: text('member')
      .notNull()
      .references(() => members.id),
    /** the group that was joined, or empty */
    group: text('group').notNull(),
    kind: text('kind', { enum: ['added', 'joined'] }).notNull()
  },
  (table) => [
    primaryKey({ columns: [table.import, table.member, table.group] }),
    index('imported_members_member').on(table.member)
  ]
);

/**
 * What a person said yes to, and when. A yes that was taken back stays, with its end, until the person is deleted: it
 * shows that what was done in between was allowed (GDPR, article 7).
 */
export const consents = sqliteTable(
  'consents',
  {
    id: text('id').primaryKey(),
    member: text('member')
      .notNull()
      .references(() => members.id),
    /** what for: one of club/consents.ts. Each purpose is a yes of its own. */
    purpose: text('purpose').notNull(),
    /** the sentence that the person said yes to, as it stood on the page */
    wording: text('wording').notNull(),
    /** plain date on which they said so, `YYYY-MM-DD` */
    givenOn: text('given_on').notNull(),
    /** `staff/<id>`: who wrote it down */
    notedBy: text('noted_by').notNull(),
    notedAt: integer('noted_at').notNull(),
    withdrawnAt: integer('withdrawn_at')
  },
  (table) => [index('consents_member').on(table.member)]
);

/** How to reach those who want to be reached: there only as long as a yes for it is. Never on a tablet. */
export const memberPhones = sqliteTable('member_phones', {
  member: text('member')
    .primaryKey()
    .references(() => members.id),
  phone: text('phone').notNull()
});

/**
 * Two entries that are one person: `person` is read as `kept`. Applied where something is read, never to what was
 * written, so that it can be taken back (docs/decisions/0023).
 */
export const memberAliases = sqliteTable(
  'member_aliases',
  {
    person: text('person')
      .notNull()
      .references(() => members.id),
    kept: text('kept')
      .notNull()
      .references(() => members.id),
    /** the memberships of `kept` that begin at this instant came with it, and go with it */
    mergedAt: integer('merged_at').notNull(),
    undoneAt: integer('undone_at')
  },
  (table) => [primaryKey({ columns: [table.person, table.mergedAt] }), index('member_aliases_kept').on(table.kept)]
);

/** How a person was called before somebody corrected it: what stood there, and who changed it when. */
export const memberCorrections = sqliteTable(
  'member_corrections',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    member: text('member')
      .notNull()
      .references(() => members.id),
    at: integer('at').notNull(),
    /** `staff/<id>` */
    by: text('by').notNull(),
    /** as it was until then */
    firstName: text('first_name').notNull(),
    initial: text('initial').notNull(),
    picture: text('picture').notNull()
  },
  (table) => [index('member_corrections_member').on(table.member)]
);

/** Tablets lent home. A line goes a while after the tablet came back and was wiped (club/loans.server.ts). */
export const tabletLoans = sqliteTable(
  'tablet_loans',
  {
    id: text('id').primaryKey(),
    tablet: text('tablet')
      .notNull()
      .references(() => tablets.id),
    member: text('member')
      .notNull()
      .references(() => members.id),
    /** plain dates, `YYYY-MM-DD`: the first day, and the day by which it comes back */
    from: text('from').notNull(),
    until: text('until').notNull(),
    /** `staff/<id>`: who wrote it down */
    notedBy: text('noted_by').notNull(),
    notedAt: integer('noted_at').notNull(),
    returnedAt: integer('returned_at'),
    /** somebody went through the list of what has to be wiped */
    wipedAt: integer('wiped_at')
  },
  (table) => [index('tablet_loans_member').on(table.member), index('tablet_loans_tablet').on(table.tablet)]
);
