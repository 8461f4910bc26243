import 'server-only';
import { eq } from 'drizzle-orm';
import { segments } from '@/db/schema/segments';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { canManageSegments } from '../policy';

/** A 人群 with the path of its keeper, locked for who keeps it. Throws NotFound for everyone else. */
export async function lockSegment(tx: Ctx, id: string) {
  const [segment] = await tx.db.select().from(segments).where(eq(segments.id, id)).for('update');
  const path = segment ? await organisationPath(tx, segment.organisationId) : [];
  if (!segment || !canManageSegments(tx.actor, path)) throw new NotFound('segment');
  return { segment, path };
}
