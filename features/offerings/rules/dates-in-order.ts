import type { Allocation } from '@/db/schema/enums';
import { formatShortDay, todayOn } from '@/lib/dates';
import type { AllocationTerms } from '../schema/allocation';
import type { OfferingRules } from '../schema/offering';
import { seedDayError } from './seed-day';

/** Every date of an offering that depends on another of it. */
export interface DatedOffering {
  readonly bookingOpensAt: Date | null;
  readonly bookingClosesAt: Date | null;
  readonly allocation: Allocation;
  readonly terms: Pick<AllocationTerms, 'draw'>;
  readonly rules: Pick<OfferingRules, 'bornFrom' | 'bornTo'>;
  /** Those that stand, in order of time. */
  readonly sessions: readonly { readonly id: string; readonly startsAt: Date }[];
  readonly carveOuts: readonly {
    readonly sessionId: string;
    readonly label: string;
    readonly returnsAt: Date | null;
    readonly returnedAt: Date | null;
  }[];
}

export interface DateGap {
  /** The field that is wrong, or `sessions`. */
  readonly at: string;
  readonly text: string;
  /** Below /desk/offerings/[id], where it is put right. */
  readonly page: string;
}

const says = (at: Date, now: Date) => formatShortDay(todayOn(at), todayOn(now));

function windowGaps(o: DatedOffering, now: Date): (DateGap | false)[] {
  const { bookingOpensAt: opens, bookingClosesAt: closes } = o;
  const last = o.sessions.at(-1)?.startsAt;
  const page = 'edit';
  return [
    opens !== null &&
      closes !== null &&
      closes <= opens && { at: 'bookingClosesAt', text: '截止报名要晚于开始报名', page },
    opens !== null &&
      last !== undefined &&
      last <= opens && {
        at: 'bookingOpensAt',
        text: '开始报名的时间晚于所有场次，请改早',
        page,
      },
    closes !== null &&
      last !== undefined &&
      last < closes && {
        at: 'bookingClosesAt',
        text: `截止报名（${says(closes, now)}）晚于最后一场（${says(last, now)}），请改早`,
        page,
      },
  ];
}

function drawGaps(o: DatedOffering, now: Date): (DateGap | false)[] {
  if (o.allocation !== 'draw' && o.allocation !== 'priority') return [];
  const around = { ...o, firstStartsAt: o.sessions[0]?.startsAt ?? null };
  const wrong = seedDayError(o.terms.draw.seedOn, around, now);
  return [wrong !== null && { at: 'seedOn', text: `开奖号：${wrong}`, page: 'draw/settings' }];
}

function respectedGaps(o: DatedOffering, now: Date): DateGap[] {
  return o.carveOuts.flatMap((c) => {
    const session = o.sessions.find((s) => s.id === c.sessionId);
    if (!session || !c.returnsAt || c.returnedAt) return [];
    const page = `sessions/${session.id}`;
    const gap = (why: string) => [
      { at: 'returnsAt', text: `预留“${c.label}”的放出时间${why}`, page },
    ];
    if (c.returnsAt >= session.startsAt) return gap('要早于开始时间');
    return c.returnsAt <= now ? gap('已过，请改到以后') : [];
  });
}

function bornGaps(o: DatedOffering): (DateGap | false)[] {
  const first = o.sessions[0];
  const { bornTo } = o.rules;
  const late = first !== undefined && bornTo !== undefined && bornTo >= todayOn(first.startsAt);
  return [late && { at: 'bornTo', text: '最晚生日晚于第一场，请改条件', page: 'conditions' }];
}

/**
 * What is out of order among the dates of an offering, the one check at publishing, after copying and
 * at every edit: window, sessions, the day of the draw's number, kept places, birthday windows.
 */
export function datesOutOfOrder(o: DatedOffering, now: Date): DateGap[] {
  return [
    ...windowGaps(o, now),
    ...drawGaps(o, now),
    ...respectedGaps(o, now),
    ...bornGaps(o),
  ].filter((gap): gap is DateGap => gap !== false);
}

/** What an edit would put out of order that was not so before; what was wrong already may be mended in steps. */
export function newlyOutOfOrder(before: DatedOffering, after: DatedOffering, now: Date): DateGap[] {
  const key = (gap: DateGap) => `${gap.at} ${gap.page}`;
  const known = new Set(datesOutOfOrder(before, now).map(key));
  return datesOutOfOrder(after, now).filter((gap) => !known.has(key(gap)));
}
