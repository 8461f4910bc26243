import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { draws, drawWitnesses } from '@/db/schema/draws';
import type { Ctx } from '@/lib/ctx';

export type DrawRow = typeof draws.$inferSelect;

/** The last draw of a session, or null before anyone entered. Everything in it is public. */
export async function findDrawOf(tx: Ctx, sessionId: string): Promise<DrawRow | null> {
  const [row] = await tx.db
    .select()
    .from(draws)
    .where(eq(draws.sessionId, sessionId))
    .orderBy(desc(draws.round))
    .limit(1);
  return row ?? null;
}

/** How far a session's draw is, for the hot path of booking. Null while no draw is announced. */
export async function drawStatusOf(tx: Ctx, sessionId: string): Promise<DrawRow['status'] | null> {
  const [row] = await tx.db
    .select({ status: draws.status })
    .from(draws)
    .where(and(eq(draws.sessionId, sessionId), eq(draws.round, 1)));
  return row?.status ?? null;
}

/**
 * The draw, locked until the transaction ends; only after its session's capacity row. Null when there is
 * none.
 */
export async function lockDraw(tx: Ctx, drawId: string): Promise<DrawRow | null> {
  const [row] = await tx.db.select().from(draws).where(eq(draws.id, drawId)).for('no key update');
  return row ?? null;
}

/** The three people of commit and reveal, in their order. */
export const listWitnesses = (tx: Ctx, drawId: string) =>
  tx.db
    .select()
    .from(drawWitnesses)
    .where(eq(drawWitnesses.drawId, drawId))
    .orderBy(asc(drawWitnesses.position));
