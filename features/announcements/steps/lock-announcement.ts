import 'server-only';
import { eq } from 'drizzle-orm';
import { announcements } from '@/db/schema/announcements';
import { offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { enterClass, mayLookAfter } from '@/features/childcare/queries/class-access';
import { organisationPath } from '@/features/organisations/queries/scope';
import { canManageSegments } from '@/features/segments/policy';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { canWriteToOffering } from '../policy';
import { segmentTitle } from '../rules/audience';

/** Whether the actor is of the staff of the class, with a check that counts today; false for no class. */
async function teaches(tx: Ctx, sessionId: string | null): Promise<boolean> {
  if (!sessionId) return false;
  try {
    return mayLookAfter(tx, await enterClass(tx, sessionId));
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/**
 * Locks a message with its offering, for who manages that, or wrote it looking after the class it goes to; one to a
 * 人群 for who may write to those from its organisation. Throws NotFound for everyone else. The row policies show it to nobody who could not.
 */
export async function lockAnnouncement(tx: Ctx, id: string) {
  const [row] = await tx.db
    .select({
      message: announcements,
      kind: offerings.kind,
      title: offerings.title,
      organiser: organisations.shortName,
    })
    .from(announcements)
    .leftJoin(offerings, eq(offerings.id, announcements.offeringId))
    .innerJoin(organisations, eq(organisations.id, announcements.organiserId))
    .where(eq(announcements.id, id))
    .for('update', { of: announcements });
  if (!row) throw new NotFound('announcement');
  const path = await organisationPath(tx, row.message.organiserId);
  const isTheirs = row.message.createdBy === accountOf(tx.actor);
  const may =
    (row.kind
      ? canWriteToOffering(tx.actor, { kind: row.kind }, path)
      : canManageSegments(tx.actor, path)) ||
    (isTheirs && (await teaches(tx, row.message.sessionId)));
  if (!may) throw new NotFound('announcement');
  return { ...row, title: row.title ?? segmentTitle, path, may };
}
