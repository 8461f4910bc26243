import 'server-only';
import type { Sql } from 'postgres';
import { ownerSql } from '@/db/client';
import { sealedIndexes } from '@/db/schema/sealed-indexes';
import { env } from '../env';
import { log } from '../log';
import { blindIndex, blindIndexQueue } from './blind-index';
import { isAlgorithm } from './cipher';
import { needsResealing, openField, SealBroken, type SealedColumn, sealField } from './field';
import { keepChecks, makeChecks } from './key-check';
import { fieldKeys, indexKeys, type KeyQueue } from './keys';
import { openBytes, sealBytes } from './sealed-bytes';

const BATCH = 200;

interface Column {
  table: string;
  column: string;
  type: 'text' | 'bytea';
  /** What the seal of this table names the row by. */
  key: string;
}

export interface Renewed {
  /** Values sealed again with the key in use. */
  sealed: number;
  /** Blind indexes made again under the key in use. */
  indexed: number;
  /** Values that no key of the queue opens: altered, or their key was taken away too early. */
  broken: number;
}

interface Keys {
  fields: KeyQueue;
  indexes: KeyQueue;
}

/** Every sealed column there is, so that a new one is renewed without being listed anywhere. */
const sealedColumns = (sql: Sql) => sql<Column[]>`
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
    coalesce((select 'id' from pg_attribute i where i.attrelid = c.oid and i.attname = 'id'),
      (select k.attname from pg_index x join pg_attribute k on k.attrelid = c.oid and k.attnum = any(x.indkey)
        where x.indrelid = c.oid and x.indisprimary limit 1)) as key
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
    and not a.attisdropped and a.attname like '%\\_sealed' order by 1, 2`;

function resealed(
  { table, column, type }: Column,
  id: string,
  stored: string | Buffer,
  to: KeyQueue,
) {
  const place = { table, column, rowId: id };
  if (type === 'bytea') return sealBytes(openBytes(Buffer.from(stored), place, to), place, to);
  const algorithm = String(stored).split('|')[2] ?? '';
  const same = isAlgorithm(algorithm) ? algorithm : undefined;
  return sealField(openField(String(stored), place, to), place, same, to);
}

/** Seals one column again, in short transactions by the order of its key; returns what was done. */
async function renewColumn(sql: Sql, of: Column, keys: KeyQueue, done: Renewed): Promise<void> {
  const { table, column, key, type } = of;
  const head = `v1|${keys[0].id}|`;
  for (let after = ''; ; ) {
    const seen = await sql.begin(async (tx) => {
      const name = tx(column);
      const old =
        type === 'bytea'
          ? tx`substring(${name} for ${head.length}) <> ${Buffer.from(head)}`
          : tx`${name} <> '' and not starts_with(${name}, ${head})`;
      const rows = await tx<{ id: string; stored: string | Buffer }[]>`
        select ${tx(key)}::text as id, ${name} as stored from ${tx(table)}
        where ${name} is not null and ${tx(key)}::text > ${after} and ${old}
        order by ${tx(key)}::text limit ${BATCH} for update`;
      for (const { id, stored } of rows) {
        if (type === 'text' && !needsResealing(String(stored), keys)) continue;
        try {
          const fresh = resealed(of, id, stored, keys);
          await tx`update ${tx(table)} set ${name} = ${fresh} where ${tx(key)}::text = ${id}`;
          done.sealed += 1;
        } catch (error) {
          if (!(error instanceof SealBroken)) throw error;
          done.broken += 1;
        }
      }
      return rows;
    });
    if (seen.length < BATCH) return;
    after = seen.at(-1)?.id ?? '';
  }
}

type Indexed = (typeof sealedIndexes)[number];

/** What does not open was counted when its column was renewed. */
function openOrNull(stored: string, place: SealedColumn, keys: KeyQueue): string | null {
  try {
    return openField(stored, place, keys);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

async function renewIndex(sql: Sql, of: Indexed, keys: Keys, done: Renewed): Promise<void> {
  const { table, column, sealed, kind } = of;
  for (let after = ''; ; ) {
    const seen = await sql.begin(async (tx) => {
      const type = kind ? tx`null` : tx`id_type`;
      const rows = await tx<{ id: string; found: string; stored: string; type: string | null }[]>`
        select id::text as id, ${tx(column)} as found, ${tx(sealed)} as stored, ${type} as type
        from ${tx(table)} where ${tx(column)} is not null and ${tx(sealed)} is not null
          and id::text > ${after} order by id::text limit ${BATCH} for update`;
      for (const row of rows) {
        const plain = openOrNull(row.stored, { table, column: sealed, rowId: row.id }, keys.fields);
        if (plain === null) continue;
        const what = kind ?? `document|${row.type}`;
        const older = blindIndexQueue(what, plain, keys.indexes).slice(1);
        if (!older.includes(row.found)) continue;
        const fresh = blindIndex(what, plain, keys.indexes);
        await tx`update ${tx(table)} set ${tx(column)} = ${fresh} where id::text = ${row.id}`;
        done.indexed += 1;
      }
      return rows;
    });
    if (seen.length < BATCH) return;
    after = seen.at(-1)?.id ?? '';
  }
}

/**
 * Brings everything sealed or indexed under an older key to the key in use (security.md §1.5), while the
 * portal runs: new values are written with the new key, old ones are read with theirs until it is done.
 * Safe to repeat. Once nothing is left, the older keys may leave the queue.
 */
export async function renewSeals(
  keys: Keys = { fields: fieldKeys(), indexes: indexKeys() },
): Promise<Renewed> {
  const done: Renewed = { sealed: 0, indexed: 0, broken: 0 };
  if (keys.fields.length === 1 && keys.indexes.length === 1) return done;
  const sql = ownerSql();
  try {
    if (keys.fields.length > 1)
      for (const column of await sealedColumns(sql))
        await renewColumn(sql, column, keys.fields, done);
    if (keys.indexes.length > 1)
      for (const index of sealedIndexes) await renewIndex(sql, index, keys, done);
    // Only when nothing was left does the test value move: until then the older keys are still asked for.
    if (done.sealed + done.indexed + done.broken === 0) {
      const { FIELD_KEYS, INDEX_KEYS } = makeChecks({ ...keys, secret: env().APP_SECRET });
      await keepChecks(sql, { FIELD_KEYS, INDEX_KEYS });
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  log().info('seals renewed', { event: 'renew_seals', count: done.sealed + done.indexed });
  if (done.broken > 0)
    log().error('seals that no key opens', { event: 'renew_seals', count: done.broken });
  return done;
}
