import { describe, expect, it } from 'vitest';
import { appSql } from './client';
import { sqlAsOwner } from './testing';

// trust.md Z20, Z22: what the second net rests on, read from the catalogue. A new table with a person
// in it is added here together with its policy.
const guarded = [
  'absence_excuses',
  'answer_files',
  'answer_sheets',
  'answers',
  'application_decisions',
  'application_events',
  'booking_claims',
  'booking_events',
  'bookings',
  'certificates',
  'check_ins',
  'child_hand_overs',
  'child_record_views',
  'children',
  'class_absences',
  'class_checklist',
  'class_incidents',
  'class_openings',
  'class_staff',
  'consents',
  'draw_entries',
  'draw_objections',
  'export_links',
  'guardians',
  'membership_applications',
  'membership_changes',
  'memberships',
  'notices',
  'people',
  'pick_up_codes',
  'pick_up_photos',
  'rating_tasks',
  'ratings',
  'return_visits',
  'transfer_requests',
  'unit_list_rows',
  'unit_lists',
];

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
    // Accounts, sessions and codes are read before anyone is known; a draw's secret is the house's own;
    // the rest name officers only.
    const open = [
      'accounts',
      'audit_entries',
      'draws',
      'offerings',
      'outbox',
      'recovery_codes',
      'role_grants',
      'sessions',
      'sms_codes',
    ];
    const rows = await sqlAsOwner()<{ name: string }[]>`
      select distinct c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
        and (a.attname ~ '^(account|person|child|attendee)_id$' or a.attname ~ '_sealed$')`;
    expect(rows.map((row) => row.name).filter((name) => !open.includes(name))).toEqual([]);
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
    ['update booking_events set note = null'],
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
