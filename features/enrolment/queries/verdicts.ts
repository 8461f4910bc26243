import 'server-only';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { gatherFacts } from '@/features/eligibility/queries/facts';
import { decideEligibility, type Verdict } from '@/features/eligibility/rules/decide';
import type { Facts } from '@/features/eligibility/rules/facts';
import { pointToNearest } from '@/features/eligibility/rules/nearest';
import { ownConditions } from '@/features/eligibility/rules/own-conditions';
import { timedOf } from '@/features/offerings/rules/meetings';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import type { OfferingPage, PageSession } from './offering-page';

/** 能不能报 for one attendee: before a session is chosen, and for each session. */
export interface AttendeeVerdict {
  /** `self` or the child's id. */
  readonly who: string;
  readonly name: string;
  readonly general: Verdict;
  readonly bySession: Readonly<Record<string, Verdict>>;
}

function verdictFor(facts: Facts, s: PageSession): Verdict {
  const own = ownConditions(s.own);
  const session = { id: s.id, cancelled: s.cancelled, own, ...timedOf(s) };
  return decideEligibility({ ...facts, session });
}

/**
 * What booking will decide, told before: the same facts and the same rules for the signed-in person
 * and each of their children. In the order asked for; who the offering is not for is left out.
 * @param children ids of the person's own children
 */
export async function listVerdicts(
  ctx: Ctx,
  offering: OfferingPage,
  who: readonly ('self' | string)[],
): Promise<AttendeeVerdict[]> {
  const { actor } = ctx;
  const personId = actor.kind === 'account' ? actor.personId : null;
  if (!personId) return [];
  return read(ctx, async (tx) => {
    const verdicts: AttendeeVerdict[] = [];
    for (const one of who) {
      const childId = one === 'self' ? null : one;
      if (isForChildren(offering.kind) !== (childId !== null)) continue;
      if (childId !== null && !isUuid(childId)) continue;
      const subject = { offeringId: offering.id, sessionId: null, personId, childId };
      const gathered = await gatherFacts(tx, subject);
      if (!gathered) continue;
      const { facts } = gathered;
      const hrefOf = (id: string) => `/services/${offering.id}?who=${one}&s=${id}`;
      const bySession = offering.sessions.map((s) => [s.id, verdictFor(facts, s)] as const);
      verdicts.push({
        who: one,
        name: facts.attendee.name,
        general: decideEligibility(facts),
        bySession: pointToNearest(Object.fromEntries(bySession), offering.sessions, hrefOf),
      });
    }
    return verdicts;
  });
}
