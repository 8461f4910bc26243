export type VisitRefusal = 'future' | 'next_not_after';

/**
 * Why a visit cannot be written down, with words beside its field; null when it can. Days are YYYY-MM-DD;
 * the next visit lies behind this one (domain.md §2.3).
 */
export function refuseVisit(
  { visitedOn, nextVisitOn }: { visitedOn: string; nextVisitOn: string | null },
  today: string,
): { reason: VisitRefusal; fieldErrors: Record<string, string> } | null {
  if (visitedOn > today)
    return { reason: 'future', fieldErrors: { visitedOn: '不能是将来的日期' } };
  if (nextVisitOn && nextVisitOn <= visitedOn)
    return { reason: 'next_not_after', fieldErrors: { nextVisitOn: '要在这次走访之后' } };
  return null;
}
