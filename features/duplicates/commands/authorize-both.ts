import 'server-only';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { canMergeRecords } from '../policy';

/** Throws Forbidden unless the officer has the right at the unions of both records. */
export async function authorizeBoth(tx: Ctx, organisationIds: readonly string[]): Promise<void> {
  for (const id of organisationIds)
    authorize(canMergeRecords(tx.actor, await organisationPath(tx, id)));
}
