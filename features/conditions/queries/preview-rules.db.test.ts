import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { offeringRules } from '@/features/offerings/schema/offering';
import { previewRules } from './preview-rules';

const PEOPLE = 10_000;

/** Ten thousand bookings of last time, straight into the tables: born 1950 … 1999, two hundred a year. */
async function aLargeTerm() {
  const h = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'economy_officer', tree.district.id);
    const last = await anOffering(tx, { organisationId: tree.district.id, status: 'finished' });
    const session = await aSession(tx, { offeringId: last.id, capacity: PEOPLE });
    const next = await anOffering(tx, { organisationId: tree.district.id, copiedFrom: last.id });
    return { tree, me: as(officer.actor), last, session, next };
  });
  const sql = sqlAsOwner();
  await sql`create table crowd as select n, gen_random_uuid() as account, gen_random_uuid() as person
    from generate_series(0, ${PEOPLE - 1}::int) n`;
  await sql`insert into accounts (id, phone_index, phone_sealed, phone_tail, display_name)
    select account, 'crowd' || n, 'x', '0000', '用户' || n from crowd`;
  await sql`insert into people (id, account_id, name, sex, birth_on, union_id)
    select person, account, '张三', 'male', make_date(1950 + n % 50, 6, 1), ${h.tree.union.id}::uuid from crowd`;
  await sql`insert into memberships (id, person_id, organisation_id, member_no, status, occupation_code,
      occupation_version, is_new_form, in_eight_groups, joined_on)
    select gen_random_uuid(), person, ${h.tree.union.id}::uuid, 'C' || n, 'regular', 'courier', 'test',
      true, true, '2020-01-01' from crowd`;
  await sql`insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id,
      attendee_id, organisation_id, organiser_id, status, period, attendee_masked, phone_tail, created_at)
    select gen_random_uuid(), 'C' || n, ${h.session.id}::uuid, ${h.last.id}::uuid, 'training', account,
      person, person, ${h.tree.union.id}::uuid, ${h.tree.district.id}::uuid, 'attended', '{}', '张*', '0000',
      now() - interval '30 days' + n * interval '1 second' from crowd`;
  await sql`drop table crowd`;
  await sql`analyze`;
  return h;
}

beforeEach(resetDb);

describe('trying conditions on ten thousand people', () => {
  it('finds as many as the rule says', async () => {
    const h = await aLargeTerm();
    const preview = await previewRules(h.me, {
      offeringId: h.next.id,
      rules: offeringRules.parse({ ageMin: 0, bornFrom: '1960-06-01', bornTo: '1979-06-01' }),
    });
    expect(preview.past?.people).toBe(PEOPLE);
    expect(preview.past?.byRule).toMatchObject([{ rule: 'born', n: PEOPLE - 20 * 200 }]);
    expect(preview.fitting).toBe(20 * 200);
  }, 120_000);
});
