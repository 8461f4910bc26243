import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { accountOf } from '@/lib/actor';
import type { Actor } from './actor';
import { orBusy } from './busy';
import { asSystem, type Ctx } from './ctx';
import { pgFailure } from './errors';
import { claimKey, storeReceipt } from './idempotency';
import { patience } from './patience';
import { isRefusal } from './result';
import { systemKey } from './system-key';

/** Serialization failure and deadlock: the same work may well succeed on another try. */
const transient = new Set(['40001', '40P01']);
const tries = 4;

class Undo extends Error {
  constructor(readonly refusal: unknown) {
    super('refused');
  }
}

const settings = (actor: Actor): [string, string][] => [
  ['app.account', accountOf(actor) ?? ''],
  ['app.person', (actor.kind === 'account' && actor.personId) || ''],
  [
    'app.grants',
    actor.kind === 'account' ? actor.grants.map((g) => g.organisationId).join(',') : '',
  ],
];

/**
 * Tells the row policies who asks, for this transaction only, and reads the database's clock. The one
 * statement also makes it read only where asked, and makes sure of the isolation that the locks rest on.
 */
async function enter(ctx: Ctx, db: Database, readOnly = false): Promise<Ctx> {
  const wanted = settings(ctx.actor);
  // What is left after the waits for a lane and for the connection.
  wanted.push(readOnly ? ['transaction_read_only', 'on'] : ['lock_timeout', `${patience() | 0}ms`]);
  const set = wanted.map(([name, value]) => sql`set_config(${name}, ${value}, true)`);
  // Not a setting that anybody could make: the database gives a token for this transaction only.
  const token = ctx.actor.kind === 'system' ? sql`enter_system(${systemKey()})` : sql`''`;
  const [row] = await db.execute<{ now: string; isolation: string }>(
    sql`select ${sql.join(set, sql`, `)}, set_config('app.system', ${token}, true), (extract(epoch from now()) * 1000)::text as now,
      current_setting('transaction_isolation') as isolation`,
  );
  if (row?.isolation !== 'read committed') throw new Error(`unsafe isolation: ${row?.isolation}`);
  return { ...ctx, db, now: new Date(Number(row.now)), inTransaction: true };
}

const pause = (attempt: number) =>
  new Promise((done) => setTimeout(done, Math.random() * 20 * 2 ** attempt));

async function once<T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>, readOnly: boolean): Promise<T> {
  try {
    return await ctx.db.transaction(async (opened) => {
      const db = opened as Database;
      // Sent together, run in this order: one round trip instead of two.
      const [tx, earlier] = await Promise.all([
        enter(ctx, db, readOnly),
        readOnly ? null : claimKey({ ...ctx, db }),
      ]);
      if (earlier) return earlier.response as T;
      const value = await work(tx);
      if (isRefusal(value)) throw new Undo(value);
      if (!readOnly) await storeReceipt(tx, value);
      return value;
    });
  } catch (error) {
    if (error instanceof Undo) return error.refusal as T;
    throw error;
  }
}

async function run<T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>, readOnly: boolean): Promise<T> {
  if (ctx.inTransaction) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(ctx, work, readOnly);
    } catch (error) {
      const code = pgFailure(error)?.code;
      if (!code || !transient.has(code) || attempt >= tries) throw orBusy(error);
      await pause(attempt);
    }
  }
}

/**
 * Runs a command's work in one READ COMMITTED transaction (security.md §1.2) with the row policies set.
 * A refusal rolls everything back, so nothing is half-saved; a repeated form key gets its first receipt.
 * @returns what `work` returns; inside another transaction it simply joins that one
 */
export async function transaction<T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.readsOnly) throw new Error('a request that only reads came to a command');
  return run(ctx, work, false);
}

/**
 * Runs a query's work in one transaction with the row policies set; the database refuses every write
 * (25006).
 */
export const read = <T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> =>
  run(ctx, work, true);

/**
 * A query of which each look is recorded, so that nobody sees what is not on record: all that a request
 * that only reads may write. Its line of the ledger stands in the same transaction.
 */
export const readOnRecord = <T>(ctx: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> =>
  run({ ...ctx, readsOnly: false, idempotency: undefined }, work, false);

/**
 * Continues an open transaction as another actor (usually the system), and returns to the first.
 * The row policies follow, because they are read per statement.
 */
export async function within<T>(tx: Ctx, as: Ctx, work: (tx: Ctx) => Promise<T>): Promise<T> {
  const inner = await enter(as, tx.db);
  const value = await work(inner);
  await enter(tx, tx.db);
  return value;
}

/**
 * Does what belongs to no one who asks (whose phone is this, is this code right) as the system: inside
 * the open transaction, or in a short one of its own. The caller has judged who may.
 */
export const bySystem = <T>(ctx: Ctx, work: (systemTx: Ctx) => Promise<T>): Promise<T> =>
  ctx.inTransaction
    ? within(ctx, asSystem(ctx), work)
    : transaction({ ...asSystem(ctx), idempotency: undefined }, work);

/**
 * Reads as the system what belongs to no one who asks: in a read-only transaction of its own where none is
 * open.
 */
export const readAsSystem = <T>(ctx: Ctx, work: (systemTx: Ctx) => Promise<T>): Promise<T> =>
  ctx.inTransaction ? within(ctx, asSystem(ctx), work) : read(asSystem(ctx), work);
