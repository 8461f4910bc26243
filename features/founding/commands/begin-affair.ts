import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { foundingEmployers, foundings } from '@/db/schema/foundings';
import { employers } from '@/db/schema/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { lockOrganisation } from '@/features/organisations/steps/place';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canPrepareFounding, canSeeFoundings } from '../policy';
import { isPastStopping, kindNames } from '../rules/kinds';
import type { FoundingStep } from '../rules/steps';
import type { BeginAffairInput } from '../schema/affair';
import { appendAction } from '../steps/append-action';
import { startChangeClock } from '../steps/change-clock';

type Refused = 'no_own_affairs' | 'union_closed' | 'future' | 'open_already' | 'no_employers';

/** The union, locked. Throws NotFound for one outside the officer's area, Forbidden for who only reads. */
async function lockOwn(tx: Ctx, organisationId: string) {
  const path = await organisationPath(tx, organisationId);
  const union = await lockOrganisation(tx, organisationId);
  if (!union?.parentId || !canSeeFoundings(tx.actor, path)) throw new NotFound('union');
  authorize(canPrepareFounding(tx.actor, path));
  return { ...union, parentId: union.parentId };
}

/** Whether a matter of this kind is under way at the union. */
async function isOpen(tx: Ctx, organisationId: string, kind: BeginAffairInput['kind']) {
  const rows = await tx.db
    .select({
      step: sql<FoundingStep>`(select a.step from founding_actions a
        where a.founding_id = foundings.id order by a.position desc limit 1)`,
    })
    .from(foundings)
    .where(and(eq(foundings.organisationId, organisationId), eq(foundings.kind, kind)));
  return rows.some(({ step }) => !isPastStopping(kind, step));
}

/**
 * Begins 换届, 变更, 注销 or 补证 of a union: the first step, from the day on which it happened. A change has so
 * many days to be asked for, from that day (domain.md §2.2). Throws NotFound for a union outside the officer's
 * area.
 * Refuses `no_own_affairs` for what is no 基层工会; `union_closed`; `future`; `open_already` where one of the kind
 * is under way; `no_employers` where 换届 has no employer to count members of.
 */
export const beginAffair = (
  ctx: Ctx,
  { organisationId, kind, happenedOn, what, value, reason }: BeginAffairInput,
): Promise<Result<{ foundingId: string }, Refused>> =>
  transaction(ctx, async (tx): Promise<Result<{ foundingId: string }, Refused>> => {
    const union = await lockOwn(tx, organisationId);
    if (!union.kind.endsWith('_union')) return refuse('no_own_affairs');
    if (union.closedAt) return refuse('union_closed');
    if (happenedOn > todayOn(tx.now))
      return refuse('future', { fieldErrors: { happenedOn: '不能是将来的日期' } });
    if (await isOpen(tx, organisationId, kind))
      return refuse('open_already', { detail: { kind: kindNames[kind] } });
    const firms = await tx.db
      .select({ id: employers.id })
      .from(employers)
      .where(and(eq(employers.unionId, organisationId), isNull(employers.closedAt)));
    if (kind === 'reelection' && firms.length === 0) return refuse('no_employers');
    const id = newId();
    const form =
      union.kind === 'joint_union' ? ('joint_union' as const) : ('own_committee' as const);
    await tx.db.insert(foundings).values({
      ...{ id, kind, organisationId, placeId: organisationId, parentId: union.parentId, form },
      ...{ name: union.name, createdBy: accountOf(tx.actor), createdAt: tx.now },
    });
    // Released from the start: they are founding nothing.
    if (kind === 'reelection')
      await tx.db
        .insert(foundingEmployers)
        .values(firms.map((firm) => ({ foundingId: id, employerId: firm.id, releasedAt: tx.now })));
    const facts = { reason, ...(kind === 'change' && { what, value }) };
    await appendAction(tx, id, { step: 'lead', position: 1, doneOn: happenedOn, facts });
    if (kind === 'change') await startChangeClock(tx, id, happenedOn);
    await recordAudit(tx, {
      action: 'begin_affair',
      entityType: 'founding',
      entityId: id,
      organisationId,
      after: { kind, happenedOn, what, value },
      reason,
    });
    return ok({ foundingId: id });
  });
