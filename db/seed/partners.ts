import { sql } from 'drizzle-orm';
import { screeningHospitals } from '@/db/schema/screening';
import type { Ctx } from '@/lib/ctx';
import { insertAll } from './insert';
import { partnerOfficers } from './logins';
import { seedOfficers } from './officers';
import { makePeople } from './people';
import { seededRandom } from './random';

/** The hospitals' desks, and which place of a screening each of them receives at. */
export async function seedPartners(tx: Ctx, idOf: (name: string) => string): Promise<void> {
  await seedOfficers(tx, makePeople(seededRandom(21), 13_900_000_042), idOf, partnerOfficers);
  const places = await tx.db.execute<{ offering_id: string; place: string; hospital_id: string }>(
    sql`select distinct s.offering_id, s.place, h.id as hospital_id
      from offering_sessions s join offerings o on o.id = s.offering_id
      join organisations h on h.name = s.place and h.kind = 'partner' where o.kind = 'screening'`,
  );
  const rows = places.map((p) => ({
    offeringId: p.offering_id,
    place: p.place,
    hospitalId: p.hospital_id,
    setAt: tx.now,
  }));
  await insertAll(tx, screeningHospitals, rows);
}
