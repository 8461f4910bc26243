import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { TwoIds } from '../queries/obstacles';

const inOrder = (ids: TwoIds) =>
  sql.join(
    [...ids].sort().map((id) => sql`${id}::uuid`),
    sql`, `,
  );

/**
 * Locks two people with their accounts and 会籍, each table by id, so that merging A into B and B into A wait
 * for each other and do not stop each other. As the system.
 * @returns false when one of them stands no more
 */
export async function lockTwoPeople(systemTx: Ctx, ids: TwoIds): Promise<boolean> {
  const people = await systemTx.db.execute<{ account_id: string }>(sql`
    select account_id from people where id in (${inOrder(ids)}) and merged_into is null order by id for update`);
  if (people.length !== 2) return false;
  const accounts = sql.join(
    people.map((row) => sql`${row.account_id}::uuid`),
    sql`, `,
  );
  await systemTx.db.execute(
    sql`select 1 from accounts where id in (${accounts}) order by id for update`,
  );
  await systemTx.db.execute(sql`
    select 1 from memberships where person_id in (${inOrder(ids)}) order by id for update`);
  return true;
}

/**
 * Locks two employers with their lines in 企业台账, each table by id. As the system.
 * @returns false when one of them is gone
 */
export async function lockTwoEmployers(systemTx: Ctx, ids: TwoIds): Promise<boolean> {
  const rows = await systemTx.db.execute(
    sql`select 1 from employers where id in (${inOrder(ids)}) order by id for update`,
  );
  await systemTx.db.execute(sql`
    select 1 from register_entries where employer_id in (${inOrder(ids)}) order by employer_id for update`);
  return rows.length === 2;
}

/** Locks what a merge joined, in the same order, to take it apart. As the system. */
export async function lockMergedRecords(
  systemTx: Ctx,
  merge: { kind: 'person' | 'employer'; survivorId: string; loserId: string },
): Promise<void> {
  const ids: TwoIds = [merge.survivorId, merge.loserId];
  if (merge.kind === 'employer') {
    await lockTwoEmployers(systemTx, ids);
    return;
  }
  await systemTx.db.execute(
    sql`select 1 from people where id in (${inOrder(ids)}) order by id for update`,
  );
  await systemTx.db.execute(sql`select 1 from accounts where id in
    (select account_id from people where id in (${inOrder(ids)})) order by id for update`);
  await systemTx.db.execute(
    sql`select 1 from memberships where person_id in (${inOrder(ids)}) order by id for update`,
  );
}
