import { sql } from 'drizzle-orm';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { bookings } from '@/db/schema/bookings';
import { sqlAsOwner } from '@/db/testing';
import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { setHospital } from './commands/set-hospital';

export const place = '港南区妇幼保健院';
const noon = (on: string) => parseLocalDateTime(`${on}T12:00`) ?? new Date(0);

/** A district with a screening today and tomorrow at one hospital, one woman in each, and its officers. */
export async function aScreening() {
  return arrange(async (tx) => {
    const district = await anOrganisation(tx, { kind: 'district_federation' });
    const union = await anOrganisation(tx, { kind: 'grassroots_union', parentId: district.id });
    const [hospital, otherHospital] = [
      await anOrganisation(tx, { kind: 'partner', parentId: district.id }),
      await anOrganisation(tx, { kind: 'partner', parentId: district.id }),
    ];
    const offering = await anOffering(tx, { kind: 'screening', organisationId: district.id });
    const today = todayOn(tx.now);
    const at = async (on: string, where: string) => {
      const startsAt = noon(on);
      const endsAt = new Date(startsAt.getTime() + 3 * 3_600_000);
      const session = await aSession(tx, {
        offeringId: offering.id,
        startsAt,
        endsAt,
        place: where,
      });
      const woman = await aMember(tx, { organisationId: union.id, name: '黄丽' });
      const id = newId();
      await tx.db.insert(bookings).values({
        id,
        number: `BM-${id.slice(-6)}`,
        sessionId: session.id,
        offeringId: offering.id,
        kind: 'screening',
        accountId: woman.accountId,
        personId: woman.personId,
        attendeeId: woman.personId,
        organisationId: union.id,
        organiserId: district.id,
        status: 'booked',
        period: `{[${startsAt.toISOString()},${endsAt.toISOString()})}`,
        attendeeMasked: '黄*',
        phoneTail: woman.phone.slice(-4),
        createdAt: tx.now,
      });
      await tx.db.execute(
        sql`update session_capacity set taken = 1 where session_id = ${session.id}`,
      );
      return { session, woman, id };
    };
    return {
      district,
      union,
      hospital,
      otherHospital,
      offering,
      now: await at(today, place),
      tomorrow: await at(addDays(today, 1), place),
      elsewhere: await at(today, '港南区人民医院'),
      desk: (await anOfficer(tx, 'hospital_desk', hospital.id)).actor,
      otherDesk: (await anOfficer(tx, 'hospital_desk', otherHospital.id)).actor,
      women: (await anOfficer(tx, 'women_officer', district.id)).actor,
      officers: {
        union: (await anOfficer(tx, 'union_admin', union.id)).actor,
        economy: (await anOfficer(tx, 'economy_officer', district.id)).actor,
        organisation: (await anOfficer(tx, 'organisation_officer', district.id)).actor,
        viewer: (await anOfficer(tx, 'viewer', district.id)).actor,
        system: (await anOfficer(tx, 'system_admin', district.id)).actor,
      },
    };
  });
}
type Screening = Awaited<ReturnType<typeof aScreening>>;

/** Wide enough that noon is within it at whatever hour the tests run; or shut until noon itself. */
export async function deskOpens(minutes: number) {
  await sqlAsOwner()`insert into settings (key, value) values ('hospital_desk_minutes', ${minutes}::int::text::jsonb)
    on conflict (key) do update set value = excluded.value`;
}
export const link = (s: Screening) =>
  setHospital(as(s.women), { offeringId: s.offering.id, place, hospitalId: s.hospital.id });
export const statusOf = async (id: string) => {
  const [row] = await sqlAsOwner()`select status from bookings where id = ${id}`;
  return row?.status;
};
