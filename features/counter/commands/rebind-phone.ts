import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { movePhone } from '@/lib/auth/move-phone';
import { phoneOfTicket } from '@/lib/auth/phone-ticket';
import { provesIdentity } from '@/lib/auth/silent-phone';
import { checkCode, consumeCode } from '@/lib/auth/sms-code';
import { endSessions } from '@/lib/auth/start-session';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { phoneRebound } from '../messages';
import { canRebindPhone } from '../policy';
import type { RebindPhoneInput } from '../schema/counter';

/** The member within the officer's reach; outside it is not found. */
async function memberInReach(tx: Ctx, personId: string) {
  const [row] = await tx.db
    .select({ accountId: people.accountId, organisationId: memberships.organisationId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(people.id, personId))
    .limit(1);
  const granted = canRebindPhone.organisationsOf(tx.actor);
  const reached =
    row && (await organisationPath(tx, row.organisationId)).some((id) => granted.includes(id));
  if (!row || !reached) throw new NotFound('person');
  return row;
}

/**
 * 窗口换绑: for whoever lost the number, or whose number has a new owner. The member stands at the counter
 * with the document and the new phone; the officer reads the number from the document, the code from the
 * member. All sessions of the account end, and the member is told. Throws NotFound for a member outside the
 * officer's unions.
 * Refuses `step_up` without a recent second factor; `stale_page` for a ticket that is over;
 * `own_case` for one's own or one's family's; `code_used`.
 * @returns `wrong_document` when it is not the member's, `phone_taken` when somebody uses the number
 */
export async function rebindPhone(
  ctx: Ctx,
  input: RebindPhoneInput,
): Promise<Result<{ personId: string }>> {
  authorize(canRebindPhone.anywhere(ctx.actor) && ctx.actor.kind === 'account');
  if (!hasRecentSecondFactor(ctx)) return refuse('step_up');
  const phone = phoneOfTicket(ctx, input.to);
  if (!phone) return refuse('stale_page');
  const code = await checkCode(ctx, { phone, purpose: 'counter', code: input.code });
  if (!code.ok) return code;
  return transaction(ctx, async (tx) => {
    const { accountId, organisationId } = await memberInReach(tx, input.personId);
    authorize(canRebindPhone(tx.actor, await organisationPath(tx, organisationId)));
    if (await isOwnCase(tx, { accountId })) return refuse('own_case');
    if (!(await consumeCode(tx, code.value.codeId))) return refuse('code_used');
    if (!(await provesIdentity(tx, accountId, input.idNumber))) {
      return refuse('wrong_document', { fieldErrors: { idNumber: '和会员登记的证件号码不一致' } });
    }
    const moved = await within(tx, asSystem(tx), (systemTx) =>
      movePhone(systemTx, { accountId, phone, notMine: true }),
    );
    if (moved) return refuse(moved);
    await endSessions(tx, { accountId }, 'phone_changed');
    await recordAudit(tx, {
      action: 'rebind_phone',
      entityType: 'account',
      entityId: accountId,
      organisationId,
      after: { phoneTail: phone.slice(-4), proof: 'document_and_sms_code' },
    });
    const dedupeKey = `rebind:${code.value.codeId}`;
    await notify(tx, { accountId, ...phoneRebound(phone.slice(-4)), dedupeKey });
    return ok({ personId: input.personId });
  });
}
