import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import { offeringRuleVersions } from '@/db/schema/rules';
import { canManageOfferings } from '@/features/offerings/policy';
import { readDated } from '@/features/offerings/queries/dated-offering';
import { newlyOutOfOrder } from '@/features/offerings/rules/dates-in-order';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { type OfferingRules, offeringRules } from '@/features/offerings/schema/offering';
import { lockOffering, type OfferingRow } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { countFittingMembers } from '../queries/fitting-members';
import { freezeSegment } from '../queries/freeze-segment';
import { previewHolders } from '../queries/preview-rules';
import { sameRules } from '../rules/same-rules';
import type { ChangeRulesInput } from '../schema/change-rules';

export interface RulesChanged {
  readonly offeringId: string;
  readonly version: number;
  /** Of those with a place, and of those who wait, how many no longer fit. */
  readonly held: number;
  readonly waiting: number;
}

async function hasBeenBooked(tx: Ctx, offeringId: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(eq(bookings.offeringId, offeringId))
    .limit(1);
  return row !== undefined;
}

const notDrawn = '这项服务不抽签，请选“只面向他们”或去掉这一条';
const byCarveOut = '抽签和按优先级的服务请在场次里设预留名额，不用这一条';

/** Quotas that no session could ever fill, and a reason that is owed, each at its field. */
async function gaps(
  tx: Ctx,
  offering: OfferingRow,
  { rules, reason }: ChangeRulesInput,
): Promise<Record<string, string>> {
  const [largest] = await tx.db
    .select({ n: sql<number | null>`max(${sessionCapacity.capacity})::int` })
    .from(sessionCapacity)
    .innerJoin(offeringSessions, eq(offeringSessions.id, sessionCapacity.sessionId))
    .where(
      and(
        eq(offeringSessions.offeringId, offering.id),
        isNull(offeringSessions.cancelledAt),
        gt(offeringSessions.startsAt, tx.now),
      ),
    );
  const most = largest?.n ?? Number.POSITIVE_INFINITY;
  const above = (quota: number | undefined) => quota !== undefined && quota > most;
  // A draw gives its places all at once; towns and groups get theirs by 预留名额 there.
  const drawn = offering.allocation === 'draw' || offering.allocation === 'priority';
  const { equalMinutes } = allocationTerms.parse(offering.allocationTerms);
  const idle = rules.lastDraw === 'losers_first' && !drawn && equalMinutes === undefined;
  const misplaced = (quota: number | undefined) => drawn && quota !== undefined;
  const dated = await readDated(tx, offering);
  const late = newlyOutOfOrder(dated, { ...dated, rules }, tx.now);
  const owed = reason === null && (await hasBeenBooked(tx, offering.id));
  return {
    ...(above(rules.quotaTown) ? { quotaTown: `每场最多 ${most} 个名额，不能超过` } : {}),
    ...(above(rules.quotaUnit) ? { quotaUnit: `每场最多 ${most} 个名额，不能超过` } : {}),
    ...(misplaced(rules.quotaTown) ? { quotaTown: byCarveOut } : {}),
    ...(misplaced(rules.quotaUnit) ? { quotaUnit: byCarveOut } : {}),
    ...Object.fromEntries(late.map((gap) => [gap.at, gap.text])),
    ...(idle ? { lastDraw: notDrawn } : {}),
    ...(owed ? { reason: '已有人报名，请写明为什么改' } : {}),
  };
}

/** The warning for conditions that nobody meets; null when somebody does, or everyone may come. */
async function nobody(tx: Ctx, offering: OfferingRow, rules: OfferingRules): Promise<boolean> {
  return (await countFittingMembers(tx, { ...offering, rules })) === 0;
}

async function store(tx: Ctx, offering: OfferingRow, input: ChangeRulesInput) {
  const { rules, reason } = input;
  const version = offering.rulesVersion + 1;
  const { booked, waiting } = await within(tx, asSystem(tx), (systemTx) =>
    previewHolders(systemTx, offering.id, rules),
  );
  const counts = { unfitHeld: booked.unfit.length, unfitWaiting: waiting.unfit.length };
  await tx.db.insert(offeringRuleVersions).values({
    offeringId: offering.id,
    version,
    rules,
    changedAt: tx.now,
    changedBy: accountOf(tx.actor),
    reason,
    ...counts,
  });
  await tx.db
    .update(offerings)
    .set({ rules, rulesVersion: version, version: offering.version + 1, updatedAt: sql`now()` })
    .where(eq(offerings.id, offering.id));
  await recordAudit(tx, {
    action: 'change_rules',
    entityType: 'offering',
    entityId: offering.id,
    organisationId: offering.organisationId,
    before: { version: offering.rulesVersion, rules: offering.rules },
    after: { version, rules, ...counts },
    reason: reason ?? undefined,
  });
  return {
    offeringId: offering.id,
    version,
    held: booked.unfit.length,
    waiting: waiting.unfit.length,
  };
}

/**
 * Changes who may book, as a new version with who, when and why. Places already given stay given; who
 * waits is judged by the new rules when it is their turn, and the officer is told how many of each no
 * longer fit. The conditions of a 人群 are stored as they are now. Once anybody has booked a reason is owed. Rules that no member meets are stored only when
 * the officer says it is meant so.
 * Refuses `over` for a finished or cancelled offering; `rules_changed` when the page is older than
 * the rules; `same_rules` when nothing differs; `invalid` with words for the fields; `nobody_fits`
 * when no member meets them and the officer has not said so.
 * @returns the new version and the numbers; `changed_meanwhile` when another officer was faster
 */
export async function changeRules(
  ctx: Ctx,
  input: ChangeRulesInput,
): Promise<
  Result<RulesChanged, 'rules_changed' | 'same_rules' | 'over' | 'invalid' | 'nobody_fits'>
> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, input.offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    await pausePoint('change-rules:locked');
    if (offering.status === 'finished' || offering.status === 'cancelled') return refuse('over');
    if (offering.rulesVersion !== input.version) return refuse('rules_changed');
    const stored = offeringRules.parse(offering.rules);
    const { rules, problem } = await freezeSegment(tx, input.rules, stored);
    if (problem) return refuse('invalid', { fieldErrors: { segmentId: problem } });
    const asked = { ...input, rules };
    if (sameRules(stored, rules)) return refuse('same_rules');
    const fieldErrors = await gaps(tx, offering, asked);
    if (Object.keys(fieldErrors).length > 0) return refuse('invalid', { fieldErrors });
    if (!input.evenSo && (await nobody(tx, offering, rules))) return refuse('nobody_fits');
    return ok(await store(tx, offering, asked));
  });
}
