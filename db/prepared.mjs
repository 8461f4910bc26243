// Whether a database is as this version leaves it, known by one look. Plain Node: it is asked before anything runs.
import { createHash } from 'node:crypto';
import { loginOf } from './credentials.mjs';

/** What a database is prepared by: `made` (a sum of the code and of the migrations) and the keys of `env`. */
export function markOf(env, made) {
  const parts = [env.APP_SECRET, env.FIELD_KEYS, env.INDEX_KEYS, env.DATABASE_APP_URL, made];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** How a database that was prepared by `mark` says so; undefined when nobody can tell by what it was. */
export const noteOf = (mark) =>
  /^[0-9a-f]{64}$/.test(mark ?? '') ? `lianxin: ${mark}` : undefined;

/** Whether nothing is left to prepare. The login is asked for: a backup brings the note to a server without it. */
export async function isPrepared(sql, env, mark) {
  const login = env.DATABASE_APP_URL ? null : loginOf(env).name;
  const [found] = await sql`
    select obj_description(to_regnamespace('drizzle')::oid, 'pg_namespace') = ${noteOf(mark) ?? null}
      and (${login}::text is null or exists (select 1 from pg_roles where rolname = ${login}))
      as prepared`;
  return found?.prepared === true;
}
