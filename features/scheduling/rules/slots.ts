import { addDays, formatDay, parseLocalDateTime, weekdayOf } from '@/lib/dates';

export interface SlotPlan {
  readonly startsOn: string;
  readonly endsOn: string;
  /** 0 Sunday … 6 Saturday; empty means every day. */
  readonly weekdays: readonly number[];
  readonly morning: boolean;
  readonly morningFrom: string;
  readonly morningTo: string;
  readonly afternoon: boolean;
  readonly afternoonFrom: string;
  readonly afternoonTo: string;
}

export interface Slot {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * Every half-day of a screening at one hospital, in order of time. `isOpen` leaves days out, such as
 * 法定节假日; 调休 working Saturdays count when that weekday was asked for or none was.
 */
export function slotsOf(plan: SlotPlan, isOpen: (on: string) => boolean): Slot[] {
  const halves = [
    plan.morning && (['上午', plan.morningFrom, plan.morningTo] as const),
    plan.afternoon && (['下午', plan.afternoonFrom, plan.afternoonTo] as const),
  ].filter((half) => half !== false);
  const slots: Slot[] = [];
  for (let on = plan.startsOn; on <= plan.endsOn; on = addDays(on, 1)) {
    if (plan.weekdays.length > 0 && !plan.weekdays.includes(weekdayOf(on))) continue;
    if (!isOpen(on)) continue;
    for (const [name, from, to] of halves) {
      const startsAt = parseLocalDateTime(`${on}T${from}`);
      const endsAt = parseLocalDateTime(`${on}T${to}`);
      if (!startsAt || !endsAt) throw new RangeError('not a time of day');
      slots.push({ title: `${formatDay(on, on)}${name}`, startsAt, endsAt });
    }
  }
  return slots;
}
