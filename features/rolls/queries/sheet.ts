import 'server-only';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import type { DayRollSheet } from '../components/desk-print-roll';
import { sheetParts } from '../rules/sheet-days';
import { seatsAcross } from '../settings';
import type { Roll } from './roll';

const short = (on: string) => `${Number(on.slice(5, 7))}/${Number(on.slice(8))}`;

/** How many seats stand side by side in this federation's rooms, 2–10. */
export const usualSeatsAcross = async (ctx: Ctx): Promise<number> =>
  (await read(ctx, (tx) => readSettings(tx, { seatsAcross }))).seatsAcross;

/**
 * A session's roll as a sign-in sheet, masked, with the days of the asked part (of the next meeting when
 * none is asked). A screening is not named on paper that lies open.
 */
export function sheetOf(offering: DeskOffering, { session, lines }: Roll, asked?: number) {
  const { parts, next } = sheetParts(timedOf(session), offering.now);
  const part = parts.find(({ no }) => no === (asked ?? next)) ?? parts[0];
  const when = sessionWhen(timedOf(session), offering.now);
  const sheet: DayRollSheet = {
    title: offering.kind === 'screening' ? '健康服务签到表' : `${offering.title}签到表`,
    offering: offering.kind === 'screening' ? '健康服务' : offering.title,
    organiser: offering.organiser,
    group: session.title,
    session: `${session.title}，${when}，${session.place}`,
    foot: `${offering.organiser} ${formatDateTime(offering.now, offering.now)}制表`,
    isChild: offering.kind === 'childcare',
    days: part?.days.map(short) ?? [],
    lines: lines.map(({ bookingId, number, attendee, guardian, grade, phone }) => ({
      bookingId,
      number,
      attendee,
      guardian,
      grade,
      phone: phone.slice(-4),
    })),
  };
  const named = parts.map(({ no, days }) => ({
    no,
    words: `${short(days[0] ?? '')} 至 ${short(days.at(-1) ?? '')}`,
  }));
  return { sheet, parts: named, part: part?.no };
}
