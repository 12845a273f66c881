/**
 * What a column of the database may say of a learner, and what becomes of that:
 * club: nothing; it is about the house, the staff or the machine · free: anybody's words about the house; nobody can be
 * found in them · row: it is handed out, and goes with the person · id: it is handed out; of who was deleted the id stays,
 * which names nobody · words: the same, and the words around the id go.
 */
export type Decision = 'club' | 'free' | 'row' | 'id' | 'words';

/** Each column of each table. A new one is decided here, or portrait.test.ts fails. */
const decided: Readonly<Record<string, Readonly<Partial<Record<Decision, string>>>>> = {
  members: { row: 'id first_name initial picture created_at' },
  memberships: { row: 'member group from until' },
  waiting: { row: 'member group from until' },
  consents: { row: 'id member purpose wording given_on noted_by noted_at withdrawn_at' },
  member_phones: { row: 'member phone' },
  member_aliases: { row: 'person kept merged_at undone_at' },
  member_corrections: { row: 'id member at by first_name initial picture' },
  sealed_persons: { row: 'person first_name initial reason until sealed_at by' },
  tablet_loans: { row: 'id tablet member from until noted_by noted_at returned_at wiped_at' },
  login_cards: { row: 'id member code_hash made_at replaced_at' },
  own_devices: { row: 'id member secret_hash own since ended_at' },
  picture_codes: { row: 'member salt rounds hash set_at' },
  imported_members: { row: 'import member group kind' },
  events: { club: 'id seq type at seen device received_at', id: 'stream by', words: 'data' },
  held_events: { club: 'id reason sender device received_at decided_at decision', row: 'stream', words: 'event' },
  streams: { club: 'last gone_at ended_at', id: 'stream' },
  families: { club: 'id token_hash created_at used_at' },
  reported_streams: { row: 'stream sender reported_at decided_at' },
  audit_lines: { club: 'id at by action', id: 'subject' },
  audit_looks: { club: 'id at by what', id: 'subject' },

  retention_rules: { club: 'kind months set_at by' },
  retention_receipts: { club: 'id at kind months gone' },
  barrier_reports: { club: 'id page locale received_at done_at', free: 'text contact' },
  unclear_steps: { club: 'id course lesson step locale received_at withdrawn_at' },
  guide_reports: { club: 'id guide system received_at withdrawn_at done_at' },
  venues: {
    club: 'id name address state step_free hearing_loop parking created_at closed_at',
    free: 'opening_times access_note'
  },
  groups: { club: 'id venue name course audience capacity created_at closed_at' },
  series: { club: 'id group every_weeks created_at' },
  meetings: {
    club: 'id group date start end created_at cancelled_at moved_from series sequence changed_at',
    free: 'cancel_reason'
  },
  assignments: { club: 'staff group from until' },
  member_imports: { club: 'id at by undone_at' },
  calendar_feeds: { club: 'id kind subject secret_hash created_at revoked_at' },
  figure_rules: { club: 'from profile share_percent noted_by noted_at' },
  staff: { club: 'id username name password_hash must_change created_at disabled_at' },
  staff_roles: { club: 'staff role from until' },
  role_venues: { club: 'staff role from venue' },
  sessions: { club: 'token_hash staff created_at seen_at' },
  grants: { club: 'id secret_hash staff device tablet session from until revoked_at lost' },
  set_up_links: { club: 'token_hash created_at expires_at used_at' },
  password_links: { club: 'token_hash staff created_at expires_at used_at' },
  tablets: { club: 'id name venue secret_hash enrolled_at seen_at waiting mode revoked_at lost' },
  enrolment_codes: { club: 'code_hash tablet_name venue created_at expires_at used_by' },
  incarnations: { club: 'epoch backup_at restored_at' },
  read_tables: { club: 'name version' },
  migrations: { club: 'name applied_at' },
  deletions: { club: 'hash' }
};

/** What the projections of all rooms are kept in. */
const workedOut: Readonly<Record<string, Decision>> = { stream: 'id', key: 'id', row: 'words' };

/** The decision about each column, by table. @param derived names of the tables that are made from the log */
export function decisions(derived: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, Decision>> {
  const kinds = ['club', 'free', 'row', 'id', 'words'] as const;
  const tables = Object.entries(decided).map(([table, columns]) => {
    const entries = kinds.flatMap((kind) => (columns[kind]?.split(' ') ?? []).map((column) => [column, kind] as const));
    return [table, new Map(entries)] as const;
  });
  return new Map([...tables, ...derived.map((table) => [table, new Map(Object.entries(workedOut))] as const)]);
}
