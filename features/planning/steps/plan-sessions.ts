import 'server-only';
import type { SessionRow } from '@/features/offerings/steps/lock-offering';
import { copyPlaces } from '@/features/places/steps/make-places';
import { shiftBirthdays, shiftInstant } from '@/features/scheduling/rules/copy';
import { insertSession } from '@/features/scheduling/steps/insert-session';
import { type PlacedSession, planPlace } from '@/features/scheduling/steps/plan-place';
import { planTimes } from '@/features/scheduling/steps/plan-times';
import type { Ctx } from '@/lib/ctx';
import { daysBetween, todayOn } from '@/lib/dates';
import { type Refusal, refuse } from '@/lib/result';
import { ofLine } from '../rules/of-line';
import type { PlanOfferingInput } from '../schema/plan-offering';
import type { EarlierPlan } from './plan-source';

type Line = PlanOfferingInput['sessions'][number];

/** Words at the fields of one line of the table. */
const atLine = (n: number, fieldErrors: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldErrors).map(([name, text]) => [`${name}_${n}`, ofLine(n, text)]),
  );

/**
 * The lines with their meetings by the work calendar, in the order of the table.
 * Refuses `invalid` with all that is wrong at once, each at its line: no day left, a first day without a
 * meeting, a time that is over.
 */
export async function timeSessions(
  tx: Ctx,
  lines: readonly Line[],
): Promise<Line[] | Refusal<'invalid'>> {
  const timed: Line[] = [];
  const fieldErrors: Record<string, string> = {};
  for (const line of lines) {
    const planned = await planTimes(tx, line.content);
    if (!planned.ok) Object.assign(fieldErrors, atLine(line.n, planned.fieldErrors));
    else if (planned.content.startsAt <= tx.now) {
      Object.assign(fieldErrors, atLine(line.n, { startsOn: '开始时间已过，请选以后的时间' }));
    } else timed.push({ ...line, content: planned.content });
  }
  return Object.keys(fieldErrors).length > 0 ? refuse('invalid', { fieldErrors }) : timed;
}

/** What the earlier session asked beyond the offering, its birthdays moved along by the year. */
function conditionsOf(before: SessionRow, startsAt: Date) {
  const year = (at: Date) => Number(todayOn(at).slice(0, 4));
  const rules = shiftBirthdays(before.rules, year(startsAt) - year(before.startsAt));
  return { rules, rulesVersion: before.rulesVersion };
}

export interface PlannedLine {
  readonly sessionId: string;
  readonly like: string | null;
  readonly content: PlacedSession;
}

interface Given {
  readonly offeringId: string;
  readonly times: readonly Line[];
  readonly round: EarlierPlan | null;
  readonly evenSo: boolean;
}

/**
 * Writes the sessions of a plan with their places, in the order of the table, so that two lines in one room
 * at one time are noticed too. What the earlier session asked of its own goes along, with
 * the places that it kept for groups.
 * Refuses `invalid` with more places than a venue holds, or one that is closed; `venue_used` as `planPlace`.
 */
export async function planSessions(
  tx: Ctx,
  { offeringId, times, round, evenSo }: Given,
): Promise<PlannedLine[] | Refusal<'invalid' | 'venue_used'>> {
  const made: PlannedLine[] = [];
  for (const { n, content, like } of times) {
    const placed = await planPlace(tx, null, content, { evenSo });
    if (!placed.ok) return { ...placed, fieldErrors: atLine(n, placed.fieldErrors) };
    const before = round?.sessions.find(({ session }) => session.id === like)?.session;
    const days = before ? daysBetween(todayOn(before.startsAt), todayOn(content.startsAt)) : 0;
    const places = before
      ? (to: { sessionId: string; capacity: number }) =>
          copyPlaces(tx, before.id, to, (at) => shiftInstant(at, days))
      : undefined;
    const own = before ? conditionsOf(before, content.startsAt) : {};
    const session = { ...placed.content, ...own };
    const sessionId = await insertSession(tx, offeringId, session, places);
    made.push({ sessionId, like: before?.id ?? null, content: placed.content });
  }
  return made;
}
