import { sql } from 'drizzle-orm';
import { actorOf, aMember, anAccount, type MadeAccount } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { aChild } from '@/db/factories/family';
import { aDictionary } from '@/db/factories/membership';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { asked } from '@/features/corrections/corrections.test-helpers';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';

const DAY = 86_400_000;

/** A childcare place booked by the mother for the child of both; a third member is nobody's family. */
export async function aFamily(birthOn?: string) {
  const made = await arrange(async (tx) => {
    await aDictionary(tx);
    const district = await anOrganisation(tx, { kind: 'district_federation' });
    const union = await anOrganisation(tx, { parentId: district.id });
    const member = () => aMember(tx, { organisationId: union.id });
    const [mother, father, stranger] = [await member(), await member(), await member()];
    const child = await aChild(tx, { guardians: [mother, father], birthOn });
    const offering = await anOffering(tx, {
      organisationId: district.id,
      kind: 'childcare',
      needsApproval: true,
    });
    const session = await aSession(tx, { offeringId: offering.id });
    const application = await aSubmittedApplication(tx, {
      organisationId: union.id,
      applicant: mother,
    });
    return { district, union, mother, father, stranger, child, offering, session, application };
  });
  const input = { offeringId: made.offering.id, sessionId: made.session.id };
  const booked = await bookPlace(
    as(actorOf(made.mother)),
    bookPlaceInput.parse({ ...input, who: made.child.childId }),
  );
  if (!booked.ok) throw new Error(booked.reason);
  const correctionId = await asked(as(actorOf(made.mother)), {
    who: made.child.childId,
    name: '陈小荷',
  });
  return { ...made, bookingId: booked.value.bookingId, correctionId };
}
export type Family = Awaited<ReturnType<typeof aFamily>>;

/** A course of all three that is over, with the parents on its roll, and a screening of hers. */
async function courses(tx: Ctx, f: Family) {
  const organisationId = f.district.id;
  const details = { certificate: 'completion', attendanceNeeded: 80, hours: 20 };
  const course = await anOffering(tx, { organisationId, details });
  const startsAt = new Date(new Date(tx.now.getTime() - 9 * DAY).setUTCHours(1, 0, 0, 0));
  const endsAt = new Date(startsAt.getTime() + 8 * DAY + 3 * 3_600_000);
  const weekly = { weekdays: [0, 1, 2, 3, 4, 5, 6], note: '' };
  const lessons = await aSession(tx, { offeringId: course.id, startsAt, endsAt, details: weekly });
  const on = new Date(startsAt.getTime() + DAY).toISOString().slice(0, 10);
  const bookingIn = async (member: MadeAccount) => {
    const made = await aBooking(tx, { member, session: lessons, organisationId: f.union.id });
    if (member === f.stranger) return made.id;
    await tx.db.execute(sql`insert into check_ins (id, booking_id, session_id, meeting_on, kind, at, way)
      values (gen_random_uuid(), ${made.id}, ${lessons.id}, ${on}, 'in', now(), 'roll')`);
    return made.id;
  };
  const hers = await bookingIn(f.mother);
  const his = await bookingIn(f.father);
  const others = await bookingIn(f.stranger);
  const screening = await anOffering(tx, { organisationId, kind: 'screening' });
  const half = await aSession(tx, { offeringId: screening.id, place: '区妇幼' });
  const hospital = await anOrganisation(tx, { kind: 'partner', parentId: f.district.id });
  await tx.db.execute(sql`insert into screening_hospitals (offering_id, place, hospital_id, set_at)
    values (${screening.id}, '区妇幼', ${hospital.id}, now())`);
  const visit = await aBooking(tx, { member: f.mother, session: half, organisationId: f.union.id });
  return { lessons, on, hers, his, others, screening, hospital, visitId: visit.id };
}

/** Everything of the mother's that waits for somebody's decision, beside the child's place. */
export async function aFamilyCase() {
  const family = await aFamily();
  return arrange(async (tx) => {
    const { district, union, mother, session, offering, bookingId } = family;
    const more = await courses(tx, family);
    const at = () => newId();
    const ids = { draw: at(), objection: at(), rating: at(), visit: at(), move: at(), work: at() };
    const made = {
      ...ids,
      leave: at(),
      transfer: at(),
      membershipCase: at(),
      secondment: at(),
      certificate: at(),
      grant: at(),
      staff: at(),
      pair: at(),
      merge: at(),
    };
    const account = mother.accountId;
    await tx.db.execute(sql`update bookings set entry_no = 1 where id = ${bookingId}`);
    await tx.db.execute(sql`insert into booking_claims (booking_id, tier_key, created_at)
      values (${bookingId}, 'hardship', now())`);
    await tx.db.execute(sql`insert into draws (id, session_id, offering_id, algorithm, seed_source)
      values (${made.draw}, ${session.id}, ${offering.id}, 'test', 'lottery')`);
    await tx.db.execute(sql`insert into draw_objections (id, draw_id, account_id, text, due_on, created_at)
      values (${made.objection}, ${made.draw}, ${account}, '请说明', current_date, now())`);
    await tx.db.execute(sql`insert into absence_excuses (booking_id, account_id, kind, organiser_id, status, created_at)
      values (${more.hers}, ${account}, 'training', ${district.id}, 'waiting', now())`);
    await tx.db.execute(sql`insert into return_visits (id, offering_id, person_id, account_id, organiser_id, created_at)
      values (${made.visit}, ${more.screening.id}, ${mother.personId}, ${account}, ${district.id}, now())`);
    await tx.db.execute(sql`insert into ratings (id, entity_type, entity_id, account_id, organiser_id, subject, kind,
        title, level, changeable_until, created_at, updated_at)
      values (${made.rating}, 'booking', ${more.hers}, ${account}, ${district.id}, 'test', 'training', '课', 1, now(), now(), now())`);
    await tx.db.execute(sql`insert into rating_tasks (rating_id, organiser_id, status, due_on, created_at)
      values (${made.rating}, ${district.id}, 'open', current_date, now())`);
    for (const kind of ['move', 'work', 'leave'] as const) {
      await tx.db.execute(sql`insert into transfer_requests (id, number, account_id, person_id, kind, organisation_id)
        values (${made[kind]}, ${`ZH-${kind}`}, ${account}, ${mother.personId}, ${kind}, ${union.id})`);
    }
    await tx.db.execute(sql`insert into transfers (id, number, account_id, person_id, membership_id, from_id, to_id, status, created_at)
      values (${made.transfer}, 'ZH-both', ${account}, ${mother.personId}, ${mother.membershipId}, ${union.id},
        ${more.hospital.id}, 'open', now())`);
    await tx.db.execute(sql`insert into transfer_sides (transfer_id, side, desk_id, status)
      values (${made.transfer}, 'out', ${union.id}, 'waiting'), (${made.transfer}, 'in', ${more.hospital.id}, 'waiting')`);
    await tx.db.execute(sql`insert into membership_cases (id, kind, membership_id, person_id, account_id, organisation_id,
        status, warnings, opened_by, opened_at)
      values (${made.membershipCase}, 'lapse', ${mother.membershipId}, ${mother.personId}, ${account}, ${union.id},
        'open', '[]', ${family.stranger.accountId}, now())`);
    await tx.db.execute(sql`insert into secondments (id, membership_id, person_id, organisation_id, host_name, starts_on,
        ends_on, reason, entered_by, created_at)
      values (${made.secondment}, ${mother.membershipId}, ${mother.personId}, ${union.id}, '区人社局',
        current_date - 1, current_date + 9, '专项', ${family.stranger.accountId}, now())`);
    await tx.db.execute(sql`insert into certificates (id, number, check_token, booking_id, offering_id, session_id, account_id,
        person_id, organiser_id, holder, holder_masked, document_masked, course, issuer, starts_on, ends_on, attended, held, issued_on, issued_at)
      values (${made.certificate}, 'JY2026-00001', 'token', ${more.hers}, ${more.lessons.offeringId}, ${more.lessons.id}, ${account},
        ${mother.personId}, ${district.id}, '陈一帆', '陈**', '', '课', '工会', current_date, current_date, 1, 1, current_date, now())`);
    await tx.db.execute(sql`insert into role_grants (id, account_id, role, organisation_id)
      values (${made.grant}, ${account}, 'viewer', ${union.id})`);
    await tx.db.execute(sql`insert into class_staff (id, session_id, organiser_id, role, name, phone_sealed, phone_index, phone_tail)
      select ${made.staff}, ${session.id}, ${district.id}, 'teacher', '陈老师', '', phone_index, phone_tail
      from accounts where id = ${account}`);
    const twin = await anAccount(tx);
    await tx.db.execute(sql`insert into duplicate_pairs (id, kind, a_id, b_id, organisation_id, points, clauses, stamp, found_at)
      values (${made.pair}, 'person', least(${mother.personId}::uuid, ${twin.personId}::uuid),
        greatest(${mother.personId}::uuid, ${twin.personId}::uuid), ${district.id}, 30, '[]', '', now())`);
    await tx.db.execute(sql`insert into record_merges (id, kind, survivor_id, loser_id, organisation_id, reason, changes, merged_by, merged_at)
      values (${made.merge}, 'person', ${mother.personId}, ${at()}, ${district.id}, '同一人', '[]', ${family.stranger.accountId}, now())`);
    return { ...family, ...more, ids: made };
  });
}
export type FamilyCase = Awaited<ReturnType<typeof aFamilyCase>>;

const browser = { browser: 'counter-1', address: '203.0.113.7', device: '测试' };

/** With every role there is that decides about anybody, and a second factor just given. */
export function officer(who: MadeAccount, f: FamilyCase): Ctx {
  const roles = [
    'women_officer',
    'economy_officer',
    'organisation_officer',
    'system_admin',
  ] as const;
  const grants = roles.map((role) => ({ role, organisationId: f.district.id }));
  const desk = { role: 'hospital_desk' as const, organisationId: f.hospital.id };
  const actor = { ...actorOf(who, ...grants, desk), steppedUpAt: new Date() };
  return { ...as(actor), client: browser };
}
