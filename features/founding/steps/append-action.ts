import 'server-only';
import { eq } from 'drizzle-orm';
import { foundingActions, foundingEmployers } from '@/db/schema/foundings';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import type { FoundingStep } from '../rules/steps';

interface NewAction {
  readonly step: FoundingStep;
  readonly position: number;
  readonly doneOn: string;
  readonly documentNo?: string | null;
  readonly facts?: Record<string, unknown>;
}

/** Adds a step to a founding that the caller has locked; none is ever changed. */
export async function appendAction(tx: Ctx, foundingId: string, action: NewAction): Promise<void> {
  const { step, position, doneOn, documentNo = null, facts = {} } = action;
  await tx.db.insert(foundingActions).values({
    ...{ foundingId, step, position, doneOn, documentNo, facts },
    recordedBy: accountOf(tx.actor),
    recordedAt: tx.now,
  });
}

/** Lets the employers of a founding that is over take part in another. */
export async function releaseEmployers(tx: Ctx, foundingId: string): Promise<void> {
  await tx.db
    .update(foundingEmployers)
    .set({ releasedAt: tx.now })
    .where(eq(foundingEmployers.foundingId, foundingId));
}
