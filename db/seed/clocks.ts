import type { clocks } from '@/db/schema/clocks';
import type { ClockRef } from '@/features/clocks/queries/clock-row';
import { dueOf, type KindTerms } from '@/features/clocks/rules/due';
import type { Extension } from '@/lib/calendar/clock';
import type { DatedCalendar } from '@/lib/calendar/work-calendar';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';

/** A deadline that began with the event at `startedAt`, as its room would have started it. */
export function clockRow(
  ref: ClockRef,
  given: { startedAt: Date; terms: KindTerms; extension?: Extension | null },
  calendar: DatedCalendar,
): typeof clocks.$inferInsert {
  const { startedAt, terms, extension = null } = given;
  const start = todayOn(startedAt);
  const due = dueOf({ ...terms, start, pauses: [], extension }, calendar.days);
  return {
    ...{ subjectKind: ref.subjectKind, subjectId: ref.subjectId, kind: ref.kind },
    ...{ id: newId(), startOn: start, ...terms, ...due, pauses: [], extension },
    ...{ closesAt: null, calendarVersion: calendar.version, startedAt },
  };
}
