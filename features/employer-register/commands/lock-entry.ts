import 'server-only';
import { eq } from 'drizzle-orm';
import { registerEntries } from '@/db/schema/employer-register';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { canKeepRegister } from '../policy';
import { entryStatus } from '../queries/entry-status';

/**
 * The entry of an employer, locked, with the state that is shown of it. Throws NotFound for one that is not
 * in this officer's area, exactly as when there is none, and Forbidden for who only reads.
 */
export async function lockEntry(tx: Ctx, employerId: string) {
  const [entry] = await tx.db
    .select()
    .from(registerEntries)
    .where(eq(registerEntries.employerId, employerId))
    .for('update');
  if (!entry) throw new NotFound('register entry');
  authorize(canKeepRegister(tx.actor, await organisationPath(tx, entry.placeId)));
  return { ...entry, shown: await entryStatus(tx, employerId) };
}
