// Who writes the rows of a table: one room, and where a lock guards them only its steps, which every
// other room takes into its own transaction (security.md §1.2).

/** The only writers of each table, by the beginning of their path. */
const owners = {
  'features/bookings/steps/': 'bookings booking_events',
  'features/places/steps/': 'session_capacity carve_outs',
  'features/rolls/steps/': 'check_ins',
  'features/absences/': 'absence_excuses',
  'features/announcements/': 'announcements announcement_recipients',
  'features/applications/': 'membership_applications application_events',
  'features/childcare/':
    'class_staff class_checklist class_openings class_absences class_incidents class_notes pick_up_photos pick_up_codes child_hand_overs',
  'features/clocks/': 'clocks clock_events',
  'features/conditions/': 'offering_rule_versions rule_sets session_rule_versions',
  'features/configuration/': 'holidays',
  'features/corrections/': 'identity_corrections correction_proofs',
  'features/desk/':
    'case_notes case_assignments case_views decision_reasons saved_filters desk_urges',
  'features/draws/':
    'draws draw_entries draw_results draw_witnesses draw_objections booking_claims',
  'features/duplicates/': 'duplicate_pairs record_merges merged_rows merge_keys past_phones',
  'features/employer-register/': 'register_entries employer_visits visit_photos cluster_decisions',
  'features/family/': 'children guardians child_record_views',
  'features/founding/':
    'foundings founding_employers founding_actions founding_candidates founding_files',
  'features/identity/':
    'accounts people consents recovery_codes role_grants role_invitations deputies sessions known_devices',
  'features/member-records/': 'record_dictionary record_answers',
  'features/offices/':
    'union_terms union_term_extensions union_offices union_certificates union_reminders',
  'features/secondments/': 'secondments',
  'features/organisations/': 'organisations employers',
  'features/publicity/': 'offering_files offering_closings',
  'features/questions/':
    'question_forms questions question_versions answer_sheets answers answer_files purge_certificates',
  'features/ratings/': 'ratings rating_tasks',
  'features/members/steps/': 'memberships membership_changes',
  'features/review/': 'application_decisions',
  'features/rolls/': 'export_links',
  'features/scheduling/': 'session_merges offerings offering_sessions',
  'features/screening/': 'screening_hospitals return_visits',
  'features/training/': 'certificates follow_ups',
  'features/segments/': 'segments',
  'features/transfers/':
    'transfer_requests transfers transfer_sides transfer_stops membership_cases',
  'features/imports/': 'imports import_rows import_columns',
  'features/moves/': 'move_requests',
  'features/unit-lists/': 'unit_lists unit_list_rows',
  'features/venues/': 'venues',
  'lib/auth/': 'sms_codes',
  'lib/forms/': 'bulk_runs bulk_rows',
  'lib/idempotency.ts': 'idempotency_keys',
  'lib/ledger/': 'audit_seals',
  'lib/messaging/': 'outbox notices',
  'lib/running-number.ts': 'running_numbers',
  'lib/settings.ts': 'settings',
  // Their rows are written by functions and migrations of the database alone.
  'db/':
    'audit_entries audit_heads rate_limits bursts name_index occupations organisation_closure calendar_versions',
};

/** Who else writes, and why. */
const also = [
  [
    'lib/auth/',
    'accounts people sessions',
    'signing in makes the account; the kernel knows no room',
  ],
  [
    'lib/jobs/purge-expired.ts',
    'sms_codes sessions known_devices outbox idempotency_keys bulk_runs',
    'deletes what has expired',
  ],
  ['scripts/cli/', 'accounts people role_grants organisations holidays', 'the deployer’s own tool'],
  ['scripts/journeys/', 'settings', 'the server of the stories'],
  ['features/identity/personal-data.ts', 'outbox notices', 'erases what was sent to a person'],
  ['features/notifications/', 'outbox notices', 'read, and sent once more'],
  [
    'features/applications/steps/open-application.ts',
    'people',
    'an application begins with its person',
  ],
  ['features/review/', 'memberships', 'an undone approval takes its membership away again'],
  [
    'features/imports/steps/',
    'accounts people memberships',
    'a book brings its members in, many in one statement, and takes them back',
  ],
  ['features/review/', 'people', 'who becomes a member, or no longer is one, is entered as such'],
  ['features/transfers/', 'people', 'whose union a transfer changes'],
  ['features/questions/commands/withdraw-answer.ts', 'consents', 'takes the consent back with it'],
  [
    'features/review/',
    'membership_applications application_events',
    'decides them; submitting is the other room’s',
  ],
  [
    'features/(counter|transfers)/',
    'membership_applications',
    'an officer enters one; a transfer opens one',
  ],
  ['features/applications/steps/correct-applications.ts', 'transfer_requests', 'names put right'],
  ['features/transfers/', 'memberships', 'other work is carried into the membership'],
  ['features/conditions/', 'offerings offering_sessions', 'their rules and versions of them'],
  ['features/draws/', 'offerings', 'how its places are given out'],
  ['features/places/', 'offerings', 'the terms of its waiting list'],
  ['features/lifecycle/', 'organisations', 'closing touches several rooms'],
  ['features/scheduling/steps/copy-hospitals.ts', 'screening_hospitals', 'a copy takes them along'],
];

const prepares =
  /^(db\/(seed|factories|testing|schema|migrations)\/|e2e\/|bench\/|scripts\/(checks|mutate)\/)/;

const owned = new Map(
  Object.entries(owners).flatMap(([owner, names]) => names.split(' ').map((name) => [name, owner])),
);
const allowed = (table) => [
  owned.get(table),
  ...also.filter(([, names]) => names.split(' ').includes(table)).map(([who]) => who),
];

/** Tables by the name of their constant. */
function tablesOf(sources) {
  const tables = new Map();
  for (const { file, text } of sources) {
    if (!file.startsWith('db/schema/')) continue;
    for (const [, name, table] of text.matchAll(/export const (\w+) = pgTable\(\s*'(\w+)'/g))
      tables.set(name, table);
  }
  return tables;
}

/** Names of the tables that a source writes, in drizzle's words or in plain SQL. */
function written({ text }, tables) {
  const aliases = new Map([...text.matchAll(/\b(\w+) as (\w+)\b/g)].map(([, a, b]) => [b, a]));
  const known = new Set(owned.keys());
  const tableOf = (name) => tables.get(aliases.get(name) ?? name);
  const called = [...text.matchAll(/\.(?:update|insert|delete)\((\w+)\)/g)];
  const said = [
    ...text.matchAll(/\b(?:update|insert\s+into|delete\s+from)\s+(?:\$\{(\w+)\}|(\w+))/gi),
  ];
  const found = [
    ...called.map(([, name]) => tableOf(name)),
    ...said.map(([, name, plain]) => (plain && known.has(plain) ? plain : tableOf(name))),
  ];
  return new Set(found.filter(Boolean));
}

/** Every table has its owner, nobody else writes its rows, and whoever is listed besides still does. */
export function checkOwners(sources) {
  const tables = tablesOf(sources);
  const writers = sources
    .filter(({ file, isTest }) => !isTest && !prepares.test(file))
    .map((source) => ({ file: source.file, writes: written(source, tables) }));
  const isOf = (who, file) => new RegExp(`^${who}`).test(file);
  const homeless = [...tables.values()]
    .filter((table) => !owned.has(table))
    .map((table) => `scripts/checks/owners.mjs: ${table} has no owner`);
  const strangers = writers.flatMap(({ file, writes }) =>
    [...writes]
      .filter((table) => !allowed(table).some((who) => isOf(who, file)))
      .map((table) => `${file}: writes ${table}; its owner is ${owned.get(table)}`),
  );
  const idle = also.flatMap(([who, names]) => {
    const those = writers.filter(({ file }) => isOf(who, file));
    const unused = names.split(' ').filter((table) => !those.some((one) => one.writes.has(table)));
    return those.length === 0 || tables.size < owned.size
      ? []
      : unused.map((table) => `scripts/checks/owners.mjs: ${who} no longer writes ${table}`);
  });
  return [...homeless, ...strangers, ...idle];
}
