import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canKeepRecords } from '../policy';
import { readRecordAnswers } from '../queries/answers';
import { wordsOf } from '../queries/dictionary';
import { asked } from '../rules/fields';
import type { RevealRecordInput } from '../schema';

/**
 * 查看: one sensitive answer of a member's 登记表, for the officers of the union and above it, on record. Throws NotFound
 * for a person without a 会籍 and for a question that is not answered.
 */
export async function revealRecordField(
  ctx: Ctx,
  { personId, field }: RevealRecordInput,
): Promise<Result<{ field: string; value: string }>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(people).where(eq(people.id, personId));
    if (!row?.unionId) throw new NotFound('person');
    authorize(canKeepRecords(tx.actor, await organisationPath(tx, row.unionId)));
    const words = await wordsOf(tx, await readRecordAnswers(tx, personId));
    await recordAudit(tx, {
      action: 'view_record_field',
      entityType: 'person',
      entityId: personId,
      organisationId: row.unionId,
      after: { question: asked[field].label },
    });
    return ok({ field, value: words[field] ?? '未填' });
  });
}
