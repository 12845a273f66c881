import { foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** People who run meetings or the platform. Times are UTC milliseconds here and below. */
export const staff = sqliteTable('staff', {
  id: text('id').primaryKey(),
  /** in small letters, without blanks around it */
  username: text('username').notNull().unique(),
  name: text('name').notNull(),
  /** PHC string of argon2id */
  passwordHash: text('password_hash').notNull(),
  /** the password is a first one, chosen by the office: it is changed at the next sign-in */
  mustChange: integer('must_change', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
  disabledAt: integer('disabled_at')
});

/** Who held which role from when to when: an event is judged by the role at its time. */
export const staffRoles = sqliteTable(
  'staff_roles',
  {
    staff: text('staff')
      .notNull()
      .references(() => staff.id),
    role: text('role', { enum: ['trainer', 'office'] }).notNull(),
    from: integer('from').notNull(),
    until: integer('until')
  },
  (table) => [primaryKey({ columns: [table.staff, table.role, table.from] })]
);

/**
 * The venues that an office's role is limited to: one without a line here counts at all venues. `venue` names a row of
 * the club's venues, which are never deleted.
 */
export const roleVenues = sqliteTable(
  'role_venues',
  {
    staff: text('staff').notNull(),
    role: text('role', { enum: ['trainer', 'office'] }).notNull(),
    from: integer('from').notNull(),
    venue: text('venue').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.staff, table.role, table.from, table.venue] }),
    foreignKey({
      name: 'role_venues_role',
      columns: [table.staff, table.role, table.from],
      foreignColumns: [staffRoles.staff, staffRoles.role, staffRoles.from]
    })
  ]
);

/** Signed-in browsers. Only the hash of the cookie's token is kept. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    staff: text('staff')
      .notNull()
      .references(() => staff.id),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull()
  },
  (table) => [index('sessions_staff').on(table.staff), index('sessions_seen').on(table.seenAt)]
);

/** Write-only rights of a browser to hand in one staff member's events after sign-out (SYNC.md, 8). */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    secretHash: text('secret_hash').notNull(),
    staff: text('staff')
      .notNull()
      .references(() => staff.id),
    /** the browser's own id */
    device: text('device').notNull(),
    /** the enrolled tablet that the browser is, if it is one: a lost tablet's grants are lost with it */
    tablet: text('tablet'),
    /** hash of the token of the session that it came with: it ends with it. None: it came with a PIN, which outlives it */
    session: text('session'),
    from: integer('from').notNull(),
    until: integer('until').notNull(),
    revokedAt: integer('revoked_at'),
    lost: integer('lost', { mode: 'boolean' }).notNull().default(false)
  },
  (table) => [
    index('grants_staff').on(table.staff),
    index('grants_tablet').on(table.tablet),
    index('grants_session').on(table.session)
  ]
);

/** One-time links that let somebody at the server make an office account. */
export const setUpLinks = sqliteTable('set_up_links', {
  tokenHash: text('token_hash').primaryKey(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at')
});

/** One-time links with which one member of the staff chooses a new password. */
export const passwordLinks = sqliteTable(
  'password_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    staff: text('staff')
      .notNull()
      .references(() => staff.id),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at')
  },
  (table) => [index('password_links_staff').on(table.staff)]
);

/** Enrolled club tablets. `venue` names a row of the club's venues, which are never deleted. */
export const tablets = sqliteTable(
  'tablets',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    venue: text('venue').notNull(),
    secretHash: text('secret_hash').notNull(),
    enrolledAt: integer('enrolled_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    /** entries that waited on the tablet when it last said so */
    waiting: integer('waiting').notNull().default(0),
    /** what it is there for: one of access/tablet-mode.ts */
    mode: text('mode', { enum: ['club', 'learners', 'door'] })
      .notNull()
      .default('club'),
    revokedAt: integer('revoked_at'),
    lost: integer('lost', { mode: 'boolean' }).notNull().default(false)
  },
  (table) => [index('tablets_venue').on(table.venue)]
);

/**
 * Login cards. A card that was replaced stays, as a hash, so that who shows it is told so. `member` names a row of the
 * club's members; whoever deletes that one deletes these.
 */
export const loginCards = sqliteTable(
  'login_cards',
  {
    id: text('id').primaryKey(),
    member: text('member').notNull(),
    codeHash: text('code_hash').notNull().unique(),
    madeAt: integer('made_at').notNull(),
    /** by a new one, or by nothing */
    replacedAt: integer('replaced_at')
  },
  (table) => [index('login_cards_member').on(table.member)]
);

/** Browsers that took a learner in by their card. `member` names a row of the club's members. */
export const ownDevices = sqliteTable(
  'own_devices',
  {
    id: text('id').primaryKey(),
    member: text('member').notNull(),
    secretHash: text('secret_hash').notNull(),
    /** the person said that it is their own; another one is left when it is closed */
    own: integer('own', { mode: 'boolean' }).notNull(),
    since: integer('since').notNull(),
    /** signed out, or the card was replaced: what was done before still counts */
    endedAt: integer('ended_at')
  },
  (table) => [index('own_devices_member').on(table.member)]
);

/** Picture codes of those who have one, as tablets get them. `member` names a row of the club's members. */
export const pictureCodes = sqliteTable('picture_codes', {
  member: text('member').primaryKey(),
  salt: text('salt').notNull(),
  rounds: integer('rounds').notNull(),
  hash: text('hash').notNull(),
  setAt: integer('set_at').notNull()
});

/** Short codes that enrol one tablet each. */
export const enrolmentCodes = sqliteTable('enrolment_codes', {
  codeHash: text('code_hash').primaryKey(),
  tabletName: text('tablet_name').notNull(),
  venue: text('venue').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  /** the tablet that it enrolled */
  usedBy: text('used_by')
});
