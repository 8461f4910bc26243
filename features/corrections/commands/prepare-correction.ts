import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { identityCorrections } from '@/db/schema/corrections';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { readIdentity, subjectIdOf } from '../queries/identity';
import { deskOf, ownSubject } from '../queries/own-subject';
import { sealDetails } from '../queries/sealed-details';
import { planCorrection } from '../rules/identity';
import type { PrepareInput } from '../schema';

type PrepareRefusal = 'invalid' | 'nothing_changed' | 'nothing_on_record' | 'already_open';

/**
 * Step one of asking for a correction: what is right, of oneself or of one's child. Kept as a draft that
 * only the family sees, until the proof is there. One open request for a person or a child; whether a
 * number is on other books is not looked at here: the answer would tell.
 * Refuses `nothing_on_record` for who has no document on record; `already_open` while an earlier
 * request waits.
 */
export async function prepareCorrection(
  ctx: Ctx,
  { who, why, ...typed }: PrepareInput,
): Promise<Result<{ id: string }, PrepareRefusal>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(actor.kind === 'account' && actor.personId !== null);
    const subject = await ownSubject(tx, who);
    const now = await readIdentity(tx, subject);
    if (!now) return refuse('nothing_on_record');
    const isChild = subject.childId !== null;
    const planned = planCorrection(now, typed, { isChild, today: todayOn(tx.now) });
    if (!planned.ok) return planned;
    const { after, fields } = planned.value;
    const subjectId = subjectIdOf(subject);
    const [open] = await tx.db
      .select({ id: identityCorrections.id, status: identityCorrections.status })
      .from(identityCorrections)
      .where(
        and(
          eq(identityCorrections.subjectId, subjectId),
          inArray(identityCorrections.status, ['draft', 'waiting']),
        ),
      )
      .for('update');
    if (open?.status === 'waiting') return refuse('already_open');
    const id = open?.id ?? newId();
    const row = {
      ...subject,
      accountId: actor.accountId,
      organisationId: await deskOf(tx, subject.personId),
      fields: [...fields],
      detailsSealed: sealDetails(id, { before: now, after, why }),
      createdAt: tx.now,
    };
    if (open) {
      await tx.db.update(identityCorrections).set(row).where(eq(identityCorrections.id, id));
    } else {
      const made = await tx.db
        .insert(identityCorrections)
        .values({ ...row, id, subjectId, status: 'draft' })
        .onConflictDoNothing()
        .returning({ id: identityCorrections.id });
      if (made.length === 0) return refuse('already_open');
    }
    await recordAudit(tx, {
      action: 'prepare_correction',
      entityType: 'identity_correction',
      entityId: id,
      after: { fields },
    });
    return ok({ id });
  });
}
