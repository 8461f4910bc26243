import { sql } from 'drizzle-orm';
import { venues } from '@/db/schema/venues';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { invented } from './federation';
import { insertAll } from './insert';

const { story, root } = invented;

/** The places that the towns and the federation keep; sessions that say one by its name refer to it. */
export async function seedVenues(tx: Ctx, idOf: (name: string) => string): Promise<void> {
  const town = idOf(`${story.town}总工会`);
  const mill = idOf(`${story.millTown}总工会`);
  const venue = (
    name: string,
    organisationId: string,
    townId: string | null,
    capacity: number,
  ) => ({
    ...{ id: newId(), name, organisationId, townId, capacity },
    address: `${invented.address}${capacity}号`,
  });
  await insertAll(tx, venues, [
    venue(`${story.town}职工之家`, town, town, 60),
    venue(`${story.millTown}职工之家`, mill, mill, 80),
    venue(`${story.millTown}文化站`, mill, mill, 120),
    venue('工人文化宫', idOf(root), null, 300),
  ]);
  await tx.db.execute(sql`update offering_sessions s set venue_id = v.id
    from venues v where v.name = s.place`);
}
