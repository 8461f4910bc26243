import 'server-only';
import { sql } from 'drizzle-orm';
import { blindIndexQueue } from '../crypto/blind-index';
import type { Ctx } from '../ctx';

const list = (values: readonly string[]) => `{${values.join(',')}}`;

/** What a phone is found by under every index key in use, as a PostgreSQL array. */
export const phoneIndexes = (phone: string): string => list(blindIndexQueue('phone', phone));

const browserOf = (ctx: Ctx): string => ctx.client?.browser ?? '';

/**
 * Whether this browser signed in to the account of this phone before. Its limits are its own then: what
 * strangers do to a phone costs the owner nothing.
 */
export async function isKnownDevice(ctx: Ctx, phone: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ known: boolean }>(
    sql`select knows_device(${phoneIndexes(phone)}::text[], ${browserOf(ctx)}) as known`,
  );
  return row?.known === true;
}

/**
 * Whether this browser signed in to this account before; asked by a function of the database,
 * before anybody is signed in.
 */
export async function isOwnDevice(ctx: Ctx, accountId: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ known: boolean }>(
    sql`select is_own_device(${accountId}::uuid, ${browserOf(ctx)}) as known`,
  );
  return row?.known === true;
}

/** Notes a complete sign-in: the account was in use now, and this browser is one of its own. */
export async function rememberDevice(tx: Ctx, accountId: string): Promise<void> {
  await tx.db.execute(sql`select remember_device(${accountId}::uuid, ${browserOf(tx)})`);
}

/** Makes strangers of an account's browsers: of all but `except`, or of the one in `only`. */
export async function forgetDevices(
  tx: Ctx,
  accountId: string,
  which: { except?: string; only?: string },
): Promise<void> {
  const { except = null, only = null } = which;
  await tx.db.execute(sql`select forget_devices(${accountId}::uuid, ${except}, ${only})`);
}
