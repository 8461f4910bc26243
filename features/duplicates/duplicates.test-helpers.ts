import { aMember, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { aDictionary } from '@/db/factories/membership';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anEmployer, aTree } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing';
import { nameColumns } from '@/features/identity/steps/correct-person';
import type { AccountActor } from '@/lib/actor';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { findDuplicates } from './commands/find-duplicates';
import type { MergePeopleInput } from './schema/duplicates';

const steppedUp = (actor: AccountActor) => as({ ...actor, steppedUpAt: new Date() });

/** 黄小丽, a member, and 黄晓丽 without a document, born the same day, who once had the other's number. */
export const twoRecords = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    const officer = await anOfficer(tx, 'organisation_officer', tree.district.id);
    const town = await anOfficer(tx, 'town_admin', tree.town.id);
    const member = await aMember(tx, { organisationId: tree.union.id, name: '黄小丽' });
    const other = await anAccount(tx, { displayName: '黄晓丽' });
    return {
      ...{ tree, member, other },
      officerId: officer.accountId,
      officer: steppedUp(officer.actor),
      withoutCode: as(officer.actor),
      town: steppedUp(town.actor),
    };
  });
export type TwoRecords = Awaited<ReturnType<typeof twoRecords>>;

/** The second record says who it is: the same birth date, and a number that both had. */
export async function makeAlike({ member, other }: TwoRecords): Promise<void> {
  const { name, pinyin, initials } = nameColumns('黄晓丽');
  const sql = sqlAsOwner();
  await sql`update people p set name = ${name}, pinyin = ${pinyin}, initials = ${initials},
    birth_on = (select birth_on from people where id = ${member.personId}), sex = 'male' where id = ${other.personId}`;
  await sql`insert into past_phones (account_id, phone_index)
    select ${other.accountId}, phone_index from accounts where id = ${member.accountId}`;
}

export const search = () => findDuplicates(makeCtx(system()));

export const pairs = () =>
  sqlAsOwner()<
    {
      id: string;
      a_id: string;
      b_id: string;
      status: string;
      points: number;
      reason: string | null;
    }[]
  >`select * from duplicate_pairs order by found_at, id`;

/** The pair that the search found, and which side the member stands on. */
export async function found(made: TwoRecords) {
  await makeAlike(made);
  await search();
  const [pair] = await pairs();
  if (!pair) throw new Error('no pair found');
  const memberSide = pair.a_id === made.member.personId ? ('a' as const) : ('b' as const);
  const otherSide = memberSide === 'a' ? ('b' as const) : ('a' as const);
  const ask = (more: Partial<MergePeopleInput> = {}): MergePeopleInput => ({
    ...{ pairId: pair.id, survivor: memberSide, name: memberSide, document: memberSide },
    ...{ phone: memberSide, reason: '电话核实过是本人' },
    ...more,
  });
  return { pairId: pair.id, memberSide, otherSide, ask };
}

/** Everything that a record says, to compare before and after. */
export const stateOf = async (...ids: string[]) => {
  const sql = sqlAsOwner();
  return {
    people:
      await sql`select to_jsonb(p) - 'updated_at' as p from people p where id = any (${ids}) order by id`,
    accounts: await sql`select to_jsonb(c) as c from accounts c join people p on p.account_id = c.id
      where p.id = any (${ids}) order by p.id`,
    memberships:
      await sql`select to_jsonb(m) as m from memberships m where person_id = any (${ids}) order by id`,
    bookings:
      await sql`select id, account_id, person_id, attendee_id from bookings where person_id = any (${ids}) order by id`,
    certificates:
      await sql`select id, account_id, person_id from certificates where person_id = any (${ids}) order by id`,
    changes:
      await sql`select id, person_id, membership_id from membership_changes where person_id = any (${ids}) order by id`,
  };
};

/** Two firms of one name in one town, both in 企业台账. */
export const twoFirms = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'organisation_officer', tree.district.id);
    const name = '测试南方物流有限公司';
    const named = { name, pinyin: 'ce shi nan fang wu liu you xian gong si', townId: tree.town.id };
    const a = await anEmployer(tx, { ...named, uscc: '914403001922038216' });
    const b = await anEmployer(tx, named);
    return { tree, a, b, officer: steppedUp(officer.actor), officerId: officer.accountId };
  });

export const asMember = { status: 'booked' as const };

/** A has two bookings and a certificate, B one booking. */
export async function withRows(made: TwoRecords) {
  const { member, other, tree } = made;
  const session = await arrange(async (tx) => {
    const offering = await anOffering(tx, { organisationId: tree.district.id });
    const at = (startsAt: Date) =>
      aSession(tx, {
        offeringId: offering.id,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3_600_000),
      });
    const day = (n: number) => new Date(Date.now() + n * 86_400_000);
    const [one, two, three, four] = [
      await at(day(20)),
      await at(day(21)),
      await at(day(22)),
      await at(day(23)),
    ];
    const organisationId = tree.union.id;
    const first = await aBooking(tx, { member, session: one, organisationId, ...asMember });
    await aBooking(tx, { member, session: two, organisationId, ...asMember });
    await aBooking(tx, { member: other, session: three, organisationId, ...asMember });
    return { offering, first, next: four, sameTime: one, organisationId };
  });
  await sqlAsOwner()`insert into certificates (id, number, check_token, booking_id, offering_id, session_id, account_id,
    person_id, organiser_id, holder, holder_masked, document_masked, course, issuer, starts_on, ends_on, attended, held,
    issued_on, issued_at)
    values (gen_random_uuid(), 'ZS1', 'token', ${session.first.id}, ${session.offering.id}, ${session.first.sessionId},
    ${member.accountId}, ${member.personId}, ${tree.district.id}, '黄小丽', '黄*丽', '4***', '课', '总工会',
    '2026-01-01', '2026-01-02', 1, 1, '2026-01-03', now())`;
  return session;
}
