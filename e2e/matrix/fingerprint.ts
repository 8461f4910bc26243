import { sql } from '../house';

/** Written by every visit or by the clock: counters of attempts, the time a session was last seen. */
const restless = ['rate_limits', 'bursts', 'sessions', 'idempotency_keys'];

/** Row count and a digest of every table of ours: equal before and after, nothing was changed. */
export async function fingerprint(): Promise<Record<string, string>> {
  const tables = await sql()<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname <> all (${restless}) order by relname`;
  const made: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql()<{ print: string }[]>`
      select count(*) || ':' || coalesce(sum(hashtext(t::text)::bigint), 0) as print
      from ${sql()(name)} t`;
    made[name] = row?.print ?? '';
  }
  return made;
}
