import 'server-only';
import { and, eq, lte } from 'drizzle-orm';
import type { z } from 'zod';
import { guardians } from '@/db/schema/family';
import { accounts } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { phoneMessages } from '@/lib/china/id/messages';
import { parsePhone } from '@/lib/china/id/phone';
import { maskName } from '@/lib/china/person-name';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { countAttempt } from '@/lib/limits/rate-limit';
import { sendSms } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { invitationSms } from '../messages';
import { isGuardian } from '../policy';
import { INVITATION_DAYS, MOST_GUARDIANS } from '../rules/children';
import type { inviteGuardianInput } from '../schema/family';
import { invitationLimit } from '../settings';
import { guardedChild } from '../steps/guarded-child';

type InviteRefusal = 'invalid' | 'own_phone' | 'two_guardians' | 'already_invited' | 'too_many';

async function ownPhoneIndex(tx: Ctx, accountId: string): Promise<string | undefined> {
  const [row] = await tx.db
    .select({ phoneIndex: accounts.phoneIndex })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row?.phoneIndex;
}

/**
 * Invites the second guardian by phone. The text names no child; the answer is the same whether the
 * phone has an account or not, and they confirm with their own sign-in.
 * Refuses `invalid` phone; `too_many` in a day; `two_guardians` when both are there; `own_phone`;
 * `already_invited`.
 */
export async function inviteGuardian(
  ctx: Ctx,
  input: z.output<typeof inviteGuardianInput>,
): Promise<Result<{ tail: string }, InviteRefusal>> {
  const { actor } = ctx;
  authorize(actor.kind === 'account');
  const phone = parsePhone(input.phone);
  if (!phone.ok) return refuse('invalid', { fieldErrors: { phone: phoneMessages[phone.reason] } });
  if ((await countAttempt(ctx, invitationLimit, actor.accountId)) > 0) return refuse('too_many');
  const index = phoneIndex(phone.normalised);
  const work = async (tx: Ctx): Promise<Result<{ tail: string }, InviteRefusal>> => {
    const found = await guardedChild(tx, input.childId);
    authorize(isGuardian(actor, found.guardianPersonIds));
    if (found.guardians.length >= MOST_GUARDIANS) return refuse('two_guardians');
    if ((await ownPhoneIndex(tx, actor.accountId)) === index) return refuse('own_phone');
    await tx.db
      .update(guardians)
      .set({ status: 'ended', endedAt: tx.now })
      .where(
        and(
          eq(guardians.childId, input.childId),
          eq(guardians.status, 'invited'),
          lte(guardians.expiresAt, tx.now),
        ),
      );
    const id = newId();
    const tail = phone.normalised.slice(-4);
    await tx.db.insert(guardians).values({
      ...{ id, childId: input.childId, status: 'invited' as const },
      invitedPhoneIndex: index,
      invitedPhoneTail: tail,
      invitedBy: actor.accountId,
      expiresAt: startOfDay(addDays(todayOn(tx.now), INVITATION_DAYS + 1)),
    });
    await recordAudit(tx, {
      action: 'invite_guardian',
      entityType: 'child',
      entityId: input.childId,
      after: { phoneTail: tail },
    });
    const sms = invitationSms(maskName(actor.displayName));
    const dedupeKey = `guardian:${id}:invited`;
    await sendSms(tx, { ...sms, phone: phone.normalised, dedupeKey, urgent: false });
    return ok({ tail });
  };
  try {
    return await transaction(ctx, work);
  } catch (error) {
    if (violates(error, 'guardians_invite_idx')) return refuse('already_invited');
    throw error;
  }
}
