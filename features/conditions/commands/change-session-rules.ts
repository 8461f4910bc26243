import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { sessionRuleVersions } from '@/db/schema/rules';
import { canManageOfferings } from '@/features/offerings/policy';
import { offeringRules } from '@/features/offerings/schema/offering';
import { onlySessionRules, sessionRules } from '@/features/offerings/schema/session-rules';
import {
  lockSession,
  type OfferingRow,
  type SessionRow,
} from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { countFittingMembers } from '../queries/fitting-members';
import { previewHolders } from '../queries/preview-rules';
import { contradictions } from '../rules/both-rules';
import { sameRules } from '../rules/same-rules';
import type { ChangeSessionRulesInput } from '../schema/change-session-rules';

/** The new version, and of those with a place and of those who wait how many no longer fit. */
export interface SessionRulesChanged {
  readonly offeringId: string;
  readonly sessionId: string;
  readonly version: number;
  readonly unfitBooked: number;
  readonly unfitWaiting: number;
}

async function isBooked(tx: Ctx, sessionId: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(eq(bookings.sessionId, sessionId))
    .limit(1);
  return row !== undefined;
}

async function store(
  tx: Ctx,
  { offering, session }: { offering: OfferingRow; session: SessionRow },
  own: Record<string, unknown>,
  reason: string | null,
): Promise<SessionRulesChanged> {
  const version = session.rulesVersion + 1;
  const whole = offeringRules.parse(offering.rules);
  const { booked, waiting } = await within(tx, asSystem(tx), (systemTx) =>
    previewHolders(systemTx, offering.id, whole, { id: session.id, rules: own }),
  );
  const counts = { unfitHeld: booked.unfit.length, unfitWaiting: waiting.unfit.length };
  await tx.db.insert(sessionRuleVersions).values({
    sessionId: session.id,
    version,
    rules: own,
    changedAt: tx.now,
    changedBy: accountOf(tx.actor),
    reason,
    ...counts,
  });
  await tx.db
    .update(offeringSessions)
    .set({ rules: own, rulesVersion: version, version: sql`${offeringSessions.version} + 1` })
    .where(eq(offeringSessions.id, session.id));
  await recordAudit(tx, {
    action: 'change_session_rules',
    entityType: 'offering_session',
    entityId: session.id,
    organisationId: offering.organisationId,
    before: { version: session.rulesVersion, rules: session.rules },
    after: { version, rules: own, ...counts },
    reason: reason ?? undefined,
  });
  return {
    offeringId: offering.id,
    sessionId: session.id,
    version,
    unfitBooked: booked.unfit.length,
    unfitWaiting: waiting.unfit.length,
  };
}

/**
 * Changes what one session asks beside its offering, as a new version with who, when and why; both must be
 * met. Only what says who somebody is: everything else stays the offering's. Places already given stay
 * given; who waits is judged anew when it is their turn. Once anybody has booked the session a reason is
 * owed. Throws NotFound for a session that the officer does not manage.
 * Refuses `over` for a session that has begun or is cancelled, and for a finished or cancelled offering;
 * `rules_changed` when the page is older than the conditions; `same_rules` when nothing differs; `invalid`
 * with words for what nobody could meet together with the offering's; `nobody_fits` when no member meets
 * both and the officer has not said that it is meant so.
 * @returns the new version, and of those with a place and of those who wait how many no longer fit
 */
export async function changeSessionRules(
  ctx: Ctx,
  { sessionId, version, reason, evenSo, rules }: ChangeSessionRulesInput,
): Promise<
  Result<SessionRulesChanged, 'over' | 'rules_changed' | 'same_rules' | 'invalid' | 'nobody_fits'>
> {
  return transaction(ctx, async (tx) => {
    const { offering, session, path } = await lockSession(tx, sessionId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    const ended = offering.status === 'finished' || offering.status === 'cancelled';
    if (ended || session.cancelledAt || session.startsAt <= tx.now) return refuse('over');
    if (session.rulesVersion !== version) return refuse('rules_changed');
    const own = onlySessionRules(rules);
    const asked = sessionRules(own);
    if (sameRules(sessionRules(session.rules), asked)) return refuse('same_rules');
    const owed = reason === null && (await isBooked(tx, sessionId));
    const fieldErrors = {
      ...contradictions(offeringRules.parse(offering.rules), asked),
      ...(owed ? { reason: '已有人报这一场，请写明为什么改' } : {}),
    };
    if (Object.keys(fieldErrors).length > 0) return refuse('invalid', { fieldErrors });
    if (!evenSo && (await countFittingMembers(tx, offering, asked)) === 0) {
      return refuse('nobody_fits');
    }
    return ok(await store(tx, { offering, session }, own, reason));
  });
}
