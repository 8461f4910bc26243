import 'server-only';
import { and, count, desc, inArray, isNotNull, isNull } from 'drizzle-orm';
import { classStaff } from '@/db/schema/childcare';
import { offerings } from '@/db/schema/offerings';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { managedOfferings } from '@/features/offerings/queries/desk-scope';
import { offeringRules } from '@/features/offerings/schema/offering';
import { nextRoundOn, shiftInstant, shiftYears } from '@/features/scheduling/rules/copy';
import { type FormValues, formValuesOf } from '@/features/scheduling/rules/offering-form';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { daysBetween, todayOn, toLocalDateTime } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { templateContent } from '../rules/plan-base';
import { firstRow, rowsAfter } from '../rules/row-values';
import { usualOpening, usualTerm } from '../rules/window';
import { type PlannedKind, plannedKinds, rowNumbers } from '../schema/plan-offering';
import { opensHour } from '../settings';

/** The number that people rang last time. */
async function lastPhone(tx: Ctx): Promise<string> {
  const [row] = await tx.db
    .select({ phone: offerings.contactPhone })
    .from(offerings)
    .where(and(managedOfferings(tx.actor), isNotNull(offerings.contactPhone)))
    .orderBy(desc(offerings.id))
    .limit(1);
  return row?.phone ?? '';
}

/** What a plan after a template opens with. */
export async function openTemplate(ctx: Ctx, kind: PlannedKind, template: string | null) {
  return read(ctx, async (tx) => {
    const content = templateContent(kind, template);
    const { hour } = await readSettings(tx, { hour: opensHour });
    const calendar = await readWorkCalendar(tx);
    const term = usualTerm(todayOn(tx.now));
    const values: FormValues = {
      ...formValuesOf(content),
      title: kind === 'childcare' ? `${term}职工子女托管班` : '',
      term: kind === 'childcare' ? term : '',
      contactPhone: await lastPhone(tx),
      bookingOpensAt: toLocalDateTime(usualOpening(tx.now, hour, calendar)),
      skipHolidays: 'yes',
      questionRequired: 'yes',
      ...firstRow(kind),
    };
    return { kind, values, rules: offeringRules.parse(content.rules), earlier: null };
  });
}

async function countStaff(tx: Ctx, sessionIds: readonly string[]): Promise<number> {
  if (sessionIds.length === 0) return 0;
  const [row] = await tx.db
    .select({ n: count() })
    .from(classStaff)
    .where(and(inArray(classStaff.sessionId, [...sessionIds]), isNull(classStaff.removedAt)));
  return row?.n ?? 0;
}

/**
 * What a plan after an earlier round opens with: its words, its sessions moved to the next round, its window
 * with them. Throws NotFound for one that is not this officer's, a screening, and one with no session or
 * more than the table has lines.
 */
export async function openEarlier(ctx: Ctx, id: string) {
  const source = await getDeskOffering(ctx, id);
  const kind = plannedKinds.find((one) => one === source.kind);
  const [first] = source.live;
  if (!kind || !first || source.live.length > rowNumbers.length) throw new NotFound('round');
  return read(ctx, async (tx) => {
    const firstOn = todayOn(first.startsAt);
    const newFirst = nextRoundOn(firstOn, kind === 'childcare', tx.now);
    const [days, years] = [
      daysBetween(firstOn, newFirst),
      Number(newFirst.slice(0, 4)) - Number(firstOn.slice(0, 4)),
    ];
    const at = (instant: Date | null) => instant && shiftInstant(instant, days);
    const moved = {
      ...source,
      title: shiftYears(source.title, years),
      term: source.term && shiftYears(source.term, years),
      bookingOpensAt: at(source.bookingOpensAt),
      bookingClosesAt: at(source.bookingClosesAt),
    };
    const staff =
      kind === 'childcare'
        ? await countStaff(
            tx,
            source.live.map((s) => s.id),
          )
        : 0;
    const values: FormValues = {
      ...formValuesOf(moved),
      organisationId: source.organisationId,
      skipHolidays: 'yes',
      questionRequired: 'yes',
      ...(staff > 0 && { copyStaff: 'yes' }),
      ...rowsAfter(source.live, days, await readWorkCalendar(tx)),
    };
    const earlier = { id, title: source.title, staff };
    return { kind, values, rules: offeringRules.parse(source.rules), earlier };
  });
}

export type OpenedPlan =
  | Awaited<ReturnType<typeof openTemplate>>
  | Awaited<ReturnType<typeof openEarlier>>;
