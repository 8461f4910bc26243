import 'server-only';
import { and, eq } from 'drizzle-orm';
import { membershipCases } from '@/db/schema/membership-cases';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { warnedNotice } from '../messages';
import type { WarnMemberInput } from '../schema/membership-cases';
import { findMemberInReach } from './find-member-in-reach';

/**
 * 教育, on record: a member who for half a year neither paid dues nor came to anything was talked to. The first opens
 * a case, the next are added; the member reads what it is about and what to do. Nothing follows by itself. Throws
 * NotFound for who is no member within the officer's reach.
 * Refuses `own_case`; `day_out_of_range` before joining or after today; `other_case` while another kind is open.
 * @authorized-by findMemberInReach canReviewApplication at the union, and never one's own case
 */
export async function warnMember(
  ctx: Ctx,
  { personId, on, note }: WarnMemberInput,
): Promise<Result<{ id: string }, 'own_case' | 'day_out_of_range' | 'other_case'>> {
  return transaction(ctx, async (tx) => {
    const found = await findMemberInReach(tx, personId);
    if (!found.ok) return found;
    const { by, joinedOn, ...member } = found.value;
    if (on > todayOn(tx.now) || on < joinedOn) {
      return refuse('day_out_of_range', { fieldErrors: { on: '在入会以后、今天以前' } });
    }
    const { membershipId, organisationId, accountId } = member;
    const [open] = await tx.db
      .select()
      .from(membershipCases)
      .where(
        and(eq(membershipCases.membershipId, membershipId), eq(membershipCases.status, 'open')),
      )
      .for('update');
    if (open && open.kind !== 'lapse') return refuse('other_case');
    const warnings = [...(open?.warnings ?? []), { on, note }];
    const id = open?.id ?? newId();
    if (open)
      await tx.db.update(membershipCases).set({ warnings }).where(eq(membershipCases.id, id));
    else {
      await tx.db.insert(membershipCases).values({
        ...{ id, ...member, personId, warnings, kind: 'lapse' as const, status: 'open' as const },
        ...{ openedBy: by, openedAt: tx.now },
      });
    }
    await recordAudit(tx, {
      action: 'warn_member',
      entityType: 'membership_case',
      entityId: id,
      organisationId,
      after: { on, warnings: warnings.length },
    });
    const union = await getOrganisation(tx, organisationId);
    const about = { id, times: warnings.length, union: union.shortName };
    await notify(tx, { accountId, ...warnedNotice(about) });
    return ok({ id });
  });
}
