import 'server-only';
import { eq } from 'drizzle-orm';
import { people, personDocument } from '@/db/schema/identity';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canReviewApplication } from '../policy';
import { findWholePhone } from '../queries/phone-of';
import type { RevealMemberInput } from '../schema/reveal';
import { type RevealedField, recordReveal } from '../steps/record-reveal';

/**
 * 查看: the whole phone or document number of a member, for the officers of the union and above it;
 * whoever only reads may not. Throws NotFound for a person without a 会籍, and for a document that is not on
 * record.
 * @audited-by recordReveal
 */
export async function revealMemberField(
  ctx: Ctx,
  { personId, field }: RevealMemberInput,
): Promise<Result<RevealedField>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(people).where(eq(people.id, personId));
    if (!row?.unionId) throw new NotFound('person');
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, row.unionId)));
    await recordReveal(tx, { type: 'person', id: row.id, organisationId: row.unionId }, field);
    if (field === 'phone') return ok({ field, value: await findWholePhone(tx, row.accountId) });
    if (row.idSealed === null) throw new NotFound('document');
    return ok({ field, value: openField(row.idSealed, personDocument(row.id)) });
  });
}
