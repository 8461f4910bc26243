import { describe, expect, it } from 'vitest';
import { appSql } from './client';
import { sqlAsOwner } from './testing';

// Z20, Z22 of docs/cases.md: what the second net rests on, read from the catalogue. A new table with a person
// in it is added here together with its policy.
const guarded = [
  'absence_excuses',
  'accounts',
  'announcement_recipients',
  'announcements',
  'answer_files',
  'answer_sheets',
  'answers',
  'application_decisions',
  'application_events',
  'audit_entries',
  'booking_claims',
  'booking_events',
  'bookings',
  'bulk_rows',
  'bulk_runs',
  'case_assignments',
  'case_notes',
  'case_views',
  'certificates',
  'check_ins',
  'child_hand_overs',
  'child_record_views',
  'children',
  'class_absences',
  'class_checklist',
  'class_incidents',
  'class_notes',
  'class_openings',
  'class_staff',
  'clock_events',
  'clocks',
  'cluster_decisions',
  'consents',
  'correction_proofs',
  'deputies',
  'draw_entries',
  'draw_objections',
  'draw_witnesses',
  'duplicate_pairs',
  'employer_visits',
  'export_links',
  'follow_ups',
  'founding_actions',
  'founding_candidates',
  'founding_employers',
  'founding_files',
  'foundings',
  'guardians',
  'idempotency_keys',
  'identity_corrections',
  'import_rows',
  'imports',
  'known_devices',
  'membership_applications',
  'membership_cases',
  'membership_changes',
  'memberships',
  'merged_rows',
  'move_requests',
  'notices',
  'offering_closings',
  'offering_files',
  'outbox',
  'past_phones',
  'people',
  'pick_up_codes',
  'pick_up_photos',
  'rating_tasks',
  'ratings',
  'record_answers',
  'record_merges',
  'recovery_codes',
  'register_entries',
  'return_visits',
  'role_grants',
  'role_invitations',
  'saved_filters',
  'secondments',
  'segments',
  'session_merges',
  'sessions',
  'sms_codes',
  'transfer_requests',
  'transfer_sides',
  'transfer_stops',
  'transfers',
  'union_certificates',
  'union_offices',
  'union_term_extensions',
  'union_terms',
  'unit_list_rows',
  'unit_lists',
  'visit_photos',
];

/** Tables the application may read row by row, with a person in them and no policy. */
const unguarded = async (): Promise<string[]> => {
  const rows = await sqlAsOwner()<{ name: string }[]>`
    select distinct c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and has_table_privilege('lianxin_app', c.oid, 'select')
      and not (c.relrowsecurity and c.relforcerowsecurity)
      and (a.attname ~ '(^|_)(account|person|child|attendee|actor)_(id|key)$'
        or a.attname ~ '(_sealed|_masked|phone_index|phone_tail|id_index)$')`;
  return rows.map((row) => row.name);
};

describe('row-level security (Z20, Z22)', () => {
  it('is on and forced on every guarded table, and each has a policy', async () => {
    const rows = await sqlAsOwner()<{ name: string; forced: boolean; policies: number }[]>`
      select relname as name, relforcerowsecurity as forced,
        (select count(*)::int from pg_policy where polrelid = c.oid) as policies
      from pg_class c where relnamespace = 'public'::regnamespace and relrowsecurity order by 1`;
    expect(rows.map((row) => row.name)).toEqual(guarded);
    expect(rows.filter((row) => !row.forced || row.policies === 0)).toEqual([]);
  });

  it('guards every table that names a person, an account or a child', async () => {
    // The offering names its officer only; a draw's secret is sealed and its day is public.
    const open = ['draws', 'offerings'];
    expect((await unguarded()).filter((name) => !open.includes(name))).toEqual([]);
  });

  it('notices a new table with a person in it', async () => {
    const sql = sqlAsOwner();
    await sql`create table visitors (id uuid primary key, account_id uuid, phone_sealed text)`;
    try {
      expect(await unguarded()).toContain('visitors');
    } finally {
      await sql`drop table visitors`;
    }
  });

  it('asks who may act as the system once per statement', async () => {
    const rows = await sqlAsOwner()<{ name: string }[]>`
      select polname as name from pg_policy
      where concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
        ~ 'app_system\\(\\)' and concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
        !~* 'select app_system\\(\\)'`;
    expect(rows).toEqual([]);
  });

  it.each(guarded)('shows the application nothing of %s before it says who asks', async (table) => {
    const sql = appSql();
    expect(await sql`select 1 from ${sql(table)} limit 1`).toEqual([]);
  });
});

describe('the role of the application (Z22)', () => {
  it('owns nothing, and may not step over the policies', async () => {
    const [role] = await appSql()<{ super: boolean; bypass: boolean; owns: number }[]>`
      select rolsuper as super, rolbypassrls as bypass,
        (select count(*)::int from pg_class where relowner = r.oid) as owns
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({ super: false, bypass: false, owns: 0 });
  });

  it.each([
    ['update audit_entries set reason = null'],
    ['delete from audit_entries'],
    ['insert into audit_heads (shard, hash) values (99, repeat(chr(48), 64))'],
    ['delete from membership_changes'],
    ['update application_events set note = null'],
    ["update employer_visits set result = 'agreed'"],
    ['delete from employer_visits'],
    ["update founding_actions set step = 'founded'"],
    ['delete from founding_actions'],
    ['delete from register_entries'],
    ['update booking_events set note = null'],
    ['select * from rate_limits'],
    ['delete from rate_limits'],
    ['select * from bursts'],
    ["update draw_witnesses set commitment = ''"],
    ['select * from lianxin_private.system_key'],
    ["select lianxin_private.system_token('')"],
    ['alter table people disable row level security'],
  ])('may not: %s', async (statement) => {
    await expect(appSql().unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('functions that run with the owner’s rights', () => {
  it('fix their search path and are closed to the public', async () => {
    const rows = await sqlAsOwner()<{ name: string; config: string[] | null; open: boolean }[]>`
      select p.proname as name, p.proconfig as config,
        has_function_privilege('public', p.oid, 'execute') as open
      from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace`;
    expect(rows.length).toBeGreaterThan(3);
    const loose = rows.filter((row) => !row.config?.some((set) => set.startsWith('search_path=')));
    expect(loose.map((row) => row.name)).toEqual([]);
    // A trigger function cannot be called by name, so its grant does not matter.
    const triggers = await sqlAsOwner()<{ name: string }[]>`
      select proname as name from pg_proc where prorettype = 'trigger'::regtype`;
    const callable = rows.filter((row) => !triggers.some((t) => t.name === row.name));
    expect(callable.filter((row) => row.open).map((row) => row.name)).toEqual([]);
  });

  it('views, if there are any, ask as the reader', async () => {
    const rows = await sqlAsOwner()<{ name: string }[]>`
      select relname as name from pg_class
      where relkind = 'v' and relnamespace = 'public'::regnamespace
        and not coalesce(reloptions::text ilike '%security_invoker=true%', false)`;
    expect(rows).toEqual([]);
  });
});
