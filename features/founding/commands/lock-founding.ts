import 'server-only';
import { eq } from 'drizzle-orm';
import { foundings } from '@/db/schema/foundings';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize, type Permission } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Refusal, refuse } from '@/lib/result';
import { readParts } from '../queries/read-founding';
import { stepName } from '../rules/kinds';

/**
 * A founding, locked, with its employers, steps and candidates. Throws NotFound for one outside the officer's
 * area, exactly as when there is none, and Forbidden for who has not the right there.
 */
export async function lockFounding(tx: Ctx, foundingId: string, right: Permission) {
  const [row] = await tx.db
    .select()
    .from(foundings)
    .where(eq(foundings.id, foundingId))
    .for('update');
  if (!row) throw new NotFound('founding');
  authorize(right(tx.actor, await organisationPath(tx, row.placeId)));
  return { ...row, ...(await readParts(tx, foundingId)) };
}

export type LockedFounding = Awaited<ReturnType<typeof lockFounding>>;

/** The refusal `moved_on` with the last step's name where the page showed another state; null when it did not. */
export const movedOn = (founding: LockedFounding, position: number): Refusal<'moved_on'> | null =>
  founding.position === position
    ? null
    : refuse('moved_on', { detail: { step: stepName(founding.kind, founding.step) } });
