import 'server-only';
import { lockOffering, type OfferingRow } from '@/features/offerings/steps/lock-offering';
import { copyOf } from '@/features/scheduling/steps/copy-of';
import { listCopied } from '@/features/scheduling/steps/copy-sessions';
import type { Ctx } from '@/lib/ctx';
import { daysBetween, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { templateContent } from '../rules/plan-base';
import type { PlanOfferingInput } from '../schema/plan-offering';

/** The earlier round that a plan follows, with the sessions that a copy takes along. */
export interface EarlierPlan {
  readonly source: OfferingRow;
  readonly sessions: Awaited<ReturnType<typeof listCopied>>;
}

/** An earlier round of this kind, locked. Throws NotFound when it is not this officer's, or of another kind. */
export async function findRound(
  tx: Ctx,
  id: string,
  { kind }: Pick<PlanOfferingInput, 'kind'>,
): Promise<EarlierPlan> {
  const { offering: source } = await lockOffering(tx, id);
  if (source.kind !== kind) throw new NotFound('round of this kind');
  return { source, sessions: await listCopied(tx, id) };
}

type Planned = PlanOfferingInput & { closesAt: Date | null; startsAt: Date };

/** The row of a planned draft: what was typed over what the template or the earlier round says. */
export function rowOf(tx: Ctx, p: Planned, round: EarlierPlan | null) {
  const typed = { ...p.content, bookingClosesAt: p.closesAt, organisationId: p.organisationId };
  if (!round) {
    const base = templateContent(p.kind, p.template);
    return {
      ...base,
      ...typed,
      details: { ...base.details, ...p.details },
      rules: { ...base.rules, ...p.conditions },
    };
  }
  const [firstOn, newFirst] = [
    todayOn(round.sessions[0]?.session.startsAt ?? p.startsAt),
    todayOn(p.startsAt),
  ];
  const days = daysBetween(firstOn, newFirst);
  const years = Number(newFirst.slice(0, 4)) - Number(firstOn.slice(0, 4));
  const { title, term } = p.content;
  const copy = copyOf(tx, round.source, { days, years, title, term: term ?? '' });
  return {
    ...copy,
    ...typed,
    details: { ...copy.details, ...p.details },
    rules: { ...copy.rules, ...p.conditions },
  };
}
