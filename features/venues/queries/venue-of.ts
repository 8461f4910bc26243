import 'server-only';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { VenueFacts } from '../rules/venue';

/** A column of a query: what members read of the venue whose id is in `column`; null where there is none. */
export const venueOf = (column: AnyColumn | SQL): SQL<VenueFacts | null> =>
  sql<VenueFacts | null>`(select json_build_object('name', v.name, 'address', v.address,
    'town', t.short_name, 'mapUrl', v.map_url)
    from venues v left join organisations t on t.id = v.town_id where v.id = ${column})`;
