import 'server-only';
import { readDated } from '@/features/offerings/queries/dated-offering';
import { newlyOutOfOrder } from '@/features/offerings/rules/dates-in-order';
import { planSession } from '@/features/offerings/rules/plan-session';
import type { OfferingRow } from '@/features/offerings/steps/lock-offering';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import type { SessionContent } from '../schema/manage-session';

type Planned =
  | { readonly ok: true; readonly content: SessionContent }
  | { readonly ok: false; readonly fieldErrors: Record<string, string> };

/**
 * What a session's new times would put out of order elsewhere, once the offering is out: the window, the
 * day of the draw's number, kept places.
 * @param sessionId null for a further session
 */
export async function disorderedBy(
  tx: Ctx,
  offering: OfferingRow,
  sessionId: string | null,
  { startsAt }: Pick<SessionContent, 'startsAt'>,
): Promise<string | null> {
  if (offering.status === 'draft') return null;
  const before = await readDated(tx, offering);
  const others = before.sessions.filter((s) => s.id !== sessionId);
  const sessions = [...others, { id: sessionId ?? '', startsAt }].sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime(),
  );
  // That entries close later than the last session starts hurts nobody: each session closes by itself.
  const gaps = newlyOutOfOrder(before, { ...before, sessions }, tx.now).filter(
    (gap) => gap.at !== 'bookingClosesAt',
  );
  return gaps.length > 0 ? gaps.map((gap) => gap.text).join('；') : null;
}

/** What an officer typed with its meetings settled: days off by the work calendar, the end its last one. */
export async function planTimes(tx: Ctx, typed: SessionContent): Promise<Planned> {
  const { weekdays, skipHolidays } = typed.details;
  const calendar = skipHolidays ? await readWorkCalendar(tx) : new Map();
  const planned = planSession({ ...typed, weekdays, skipHolidays }, calendar, tx.now);
  if (!planned.ok) return planned;
  const details = { ...typed.details, off: planned.off };
  return { ok: true, content: { ...typed, endsAt: planned.endsAt, details } };
}
