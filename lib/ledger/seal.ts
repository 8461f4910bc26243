import 'server-only';
import { createHmac } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { desc, sql } from 'drizzle-orm';
import { auditSeals } from '@/db/schema/kernel';
import { system } from '../actor';
import { deriveKey } from '../crypto/keys';
import { safeEqual } from '../crypto/token';
import { makeCtx } from '../ctx';
import { todayOn } from '../dates';
import { env } from '../env';
import { log } from '../log';
import { transaction } from '../transaction';

/** The newest line of each chain on one night, as signed. */
export interface Seal {
  readonly onDay: string;
  readonly madeAt: string;
  readonly heads: readonly { shard: number; id: number; hash: string }[];
  readonly previous: string;
  readonly signature: string;
}

type Unsigned = Omit<Seal, 'signature'>;

const signedWith = (secret: string, seal: Unsigned): string =>
  createHmac('sha256', deriveKey(Buffer.from(secret, 'base64'), 'ledger'))
    .update(
      JSON.stringify([
        seal.onDay,
        seal.madeAt,
        seal.heads.map(({ shard, id, hash }) => [shard, id, hash]),
        seal.previous,
      ]),
    )
    .digest('hex');

/** Whether the seal was made by this portal, under today's APP_SECRET or an earlier one that is still named. */
export function isOurs(seal: Seal): boolean {
  const { APP_SECRET, APP_SECRET_BEFORE } = env();
  return [APP_SECRET, ...(APP_SECRET_BEFORE?.split(',') ?? [])].some((secret) =>
    safeEqual(signedWith(secret, seal), seal.signature),
  );
}

/** The file beside the database: what it once said, no owner of the database can take back. */
export const sealFile = (): string => path.resolve(env().DATA_DIR, 'ledger-heads.jsonl');

type Row = typeof auditSeals.$inferSelect;
/** A seal as it is published: its time in ISO 8601. */
export const sealOf = (row: Row): Seal => ({ ...row, madeAt: row.madeAt.toISOString() });

/**
 * Signs where the sixteen chains of the ledger stand, once a day, and writes it to the database and to a
 * file outside it. A chain computed anew, a tail cut off with its head, or a chain taken away no longer
 * fits what was signed (网络安全法 21, GB/T 22239).
 * @returns the seal, or null when today's was made already
 */
export async function sealLedger(): Promise<Seal | null> {
  const made = await transaction(makeCtx(system('日志封存')), async ({ db, now }) => {
    const heads = await db.execute<{ shard: number; id: number; hash: string }>(sql`
      select h.shard, n.id::int8 as id, h.hash from audit_heads h
      join (select shard, max(id) as id from audit_entries group by shard) n on n.shard = h.shard
      order by h.shard`);
    const [before] = await db.select().from(auditSeals).orderBy(desc(auditSeals.onDay)).limit(1);
    const unsigned = {
      onDay: todayOn(now),
      madeAt: now.toISOString(),
      heads: heads.map(({ shard, id, hash }) => ({ shard, id: Number(id), hash })),
      previous: before?.signature ?? '',
    };
    const seal = { ...unsigned, signature: signedWith(env().APP_SECRET, unsigned) };
    const { count } = await db
      .insert(auditSeals)
      .values({ ...seal, madeAt: now })
      .onConflictDoNothing();
    return count > 0 ? seal : null;
  });
  if (!made) return null;
  await fs.mkdir(path.dirname(sealFile()), { recursive: true });
  await fs.appendFile(sealFile(), `${JSON.stringify(made)}\n`, { mode: 0o600 });
  log().info('ledger sealed', { event: 'seal_ledger', code: made.signature });
  return made;
}
