import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';
import { readAsSystem } from '@/lib/transaction';
import { canKeepRegister } from '../policy';

const roles = `{${canKeepRegister.roles.join(',')}}`;

/** Whether an account may keep the register at a place today, by a role there or above. */
export const isKeeperAt = (tx: Ctx, accountId: string, placeId: string): Promise<boolean> =>
  readAsSystem(tx, async (systemTx) => {
    const rows = await systemTx.db.execute(sql`
      select 1 from officers_at(${placeId}::uuid, ${roles}::text[]) o
      where o.account_id = ${accountId}::uuid and o.acts_for is null limit 1`);
    return rows.length > 0;
  });

export interface Keeper {
  readonly id: string;
  readonly name: string;
}

/**
 * Officers who may be responsible for an employer at one of these places: those with a role there or above.
 * In order of name.
 */
export const listKeepers = (ctx: Ctx, placeIds: readonly string[]): Promise<Keeper[]> =>
  readAsSystem(ctx, async (systemTx) => {
    const rows = await systemTx.db.execute<{ id: string; name: string }>(sql`
      select distinct a.id, a.display_name as name
      from unnest(${`{${placeIds.join(',')}}`}::uuid[]) p(id)
      cross join lateral officers_at(p.id, ${roles}::text[]) o
      join accounts a on a.id = o.account_id
      where o.acts_for is null order by a.display_name, a.id`);
    return [...rows];
  });

/** Names of officers by their id, as the register shows them. */
export const officerNames = (
  ctx: Ctx,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> =>
  readAsSystem(ctx, async (systemTx) => {
    const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
    if (wanted.length === 0) return new Map();
    const rows = await systemTx.db
      .select({ id: accounts.id, name: accounts.displayName })
      .from(accounts)
      .where(inArray(accounts.id, wanted));
    return new Map(rows.map(({ id, name }) => [id, name]));
  });
