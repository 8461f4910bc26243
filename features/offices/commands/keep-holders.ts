import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { memberships } from '@/db/schema/membership';
import { unionOffices } from '@/db/schema/offices';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type OfficeDayRefusal, refuseOfficeDay } from '../rules/term';
import type { EndOfficeInput, LinkHolderInput, SeatHolderInput } from '../schema/offices';
import { lockUnion } from './lock-union';

type Done = { organisationId: string };
const dayWords: Record<OfficeDayRefusal, string> = {
  future: '不能是将来的日期',
  before_term: '早于这一届的开始',
  after_term: '在任期以外',
};

/** Whom a member number of this union stands for; null when nobody's. */
async function memberOf(tx: Ctx, organisationId: string, memberNo: string): Promise<string | null> {
  const [row] = await tx.db
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.memberNo, memberNo),
        ne(memberships.status, 'left'),
      ),
    );
  return row?.personId ?? null;
}

const noMember = () =>
  refuse('no_such_member', { fieldErrors: { memberNo: '本工会没有这个会员号' } });

/**
 * 补选、增选: somebody comes into an office within the running term, by a 批复. Throws NotFound for a union
 * outside the officer's area.
 * @authorized-by lockUnion
 * Refuses `no_term`; a day to come or outside the term; `no_such_member`; `chair_taken`.
 */
export async function seatHolder(
  ctx: Ctx,
  { memberNo, ...office }: SeatHolderInput,
): Promise<Result<Done, 'no_term' | OfficeDayRefusal | 'no_such_member' | 'chair_taken'>> {
  const { organisationId, body, post, name, fromOn, documentNo } = office;
  try {
    return await transaction(
      ctx,
      async (tx): Promise<Result<Done, 'no_term' | OfficeDayRefusal | 'no_such_member'>> => {
        const { term, today } = await lockUnion(tx, organisationId);
        if (!term) return refuse('no_term');
        const why = refuseOfficeDay(fromOn, term, today);
        if (why) return refuse(why, { fieldErrors: { fromOn: dayWords[why] } });
        const personId = memberNo ? await memberOf(tx, organisationId, memberNo) : null;
        if (memberNo && !personId) return noMember();
        await tx.db.insert(unionOffices).values({
          ...{ id: newId(), termId: term.id, personId, ...office },
          recordedBy: accountOf(tx.actor),
          recordedAt: tx.now,
        });
        await recordAudit(tx, {
          action: 'seat_office',
          entityType: 'organisation',
          entityId: organisationId,
          organisationId,
          after: { body, post, name: maskName(name), fromOn, documentNo },
        });
        return ok({ organisationId });
      },
    );
  } catch (error) {
    if (!violates(error, 'union_offices_chair_idx')) throw error;
    return refuse('chair_taken', { fieldErrors: { post: '已有主席（主任）' } });
  }
}

/** An office of this union, locked with it; throws NotFound for another's. */
async function officeOf(tx: Ctx, organisationId: string, officeId: string) {
  const [office] = await tx.db
    .select()
    .from(unionOffices)
    .where(and(eq(unionOffices.id, officeId), eq(unionOffices.organisationId, organisationId)))
    .for('update');
  if (!office) throw new NotFound('office');
  return office;
}

/**
 * Somebody goes before the term is over: resigned, or removed by those who elected. Throws NotFound for a union
 * outside the officer's area, or an office of another.
 * @authorized-by lockUnion
 * Refuses `ended_already`; `future`; `ends_before` the day they came.
 */
export const endOffice = (
  ctx: Ctx,
  { organisationId, officeId, reason, endedOn, documentNo }: EndOfficeInput,
): Promise<Result<Done, 'ended_already' | 'future' | 'ends_before'>> =>
  transaction(
    ctx,
    async (tx): Promise<Result<Done, 'ended_already' | 'future' | 'ends_before'>> => {
      const { today } = await lockUnion(tx, organisationId);
      const office = await officeOf(tx, organisationId, officeId);
      if (office.endedOn) return refuse('ended_already');
      if (endedOn > today)
        return refuse('future', { fieldErrors: { endedOn: '不能是将来的日期' } });
      if (endedOn < office.fromOn)
        return refuse('ends_before', { fieldErrors: { endedOn: `任职从 ${office.fromOn} 开始` } });
      await tx.db
        .update(unionOffices)
        .set({ endedOn, endedReason: reason, endDocumentNo: documentNo })
        .where(eq(unionOffices.id, officeId));
      const { body, post, name } = office;
      await recordAudit(tx, {
        action: 'end_office',
        entityType: 'organisation',
        entityId: organisationId,
        organisationId,
        before: { body, post, name: maskName(name) },
        after: { on: endedOn, reason, documentNo },
      });
      return ok({ organisationId });
    },
  );

/**
 * Says which member an office holder is, so that the office ends with the 会籍. Throws NotFound for a union
 * outside the officer's area, or an office of another.
 * @authorized-by lockUnion
 * Refuses `ended_already`; `no_such_member` of this union.
 */
export const linkHolder = (
  ctx: Ctx,
  { organisationId, officeId, memberNo }: LinkHolderInput,
): Promise<Result<Done, 'ended_already' | 'no_such_member'>> =>
  transaction(ctx, async (tx): Promise<Result<Done, 'ended_already' | 'no_such_member'>> => {
    await lockUnion(tx, organisationId);
    const office = await officeOf(tx, organisationId, officeId);
    if (office.endedOn) return refuse('ended_already');
    const personId = await memberOf(tx, organisationId, memberNo);
    if (!personId) return noMember();
    await tx.db.update(unionOffices).set({ personId }).where(eq(unionOffices.id, officeId));
    await recordAudit(tx, {
      action: 'link_office',
      entityType: 'organisation',
      entityId: organisationId,
      organisationId,
      after: { officeId, memberNo },
    });
    return ok({ organisationId });
  });
