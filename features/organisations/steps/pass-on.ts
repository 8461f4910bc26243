import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { employers, organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { followTown } from './follow-town';

interface Destination {
  readonly id: string;
  readonly townId: string | null;
}

/** Puts the open organisations directly below one under another, with all below them. @returns their ids */
export async function passChildren(tx: Ctx, fromId: string, to: Destination): Promise<string[]> {
  const moved = await tx.db
    .update(organisations)
    .set({ parentId: to.id, version: sql`${organisations.version} + 1` })
    .where(and(eq(organisations.parentId, fromId), isNull(organisations.closedAt)))
    .returning({ id: organisations.id });
  const ids = moved.map(({ id }) => id);
  await followTown(tx, ids, to.townId);
  return ids;
}

/** The employers of a closed union belong to the one that it was merged into, or to none. */
export async function passEmployers(tx: Ctx, fromId: string, toId: string | null): Promise<void> {
  await tx.db
    .update(employers)
    .set({ unionId: toId, version: sql`${employers.version} + 1` })
    .where(eq(employers.unionId, fromId));
}

/** What lies in a town that was merged into another lies there from now on: employers, and 企业台账 by trigger. */
export async function passTown(tx: Ctx, fromId: string, toId: string): Promise<void> {
  await tx.db
    .update(employers)
    .set({ townId: toId, version: sql`${employers.version} + 1` })
    .where(eq(employers.townId, fromId));
}
