/** A line of 企业台账 as its row says; days as YYYY-MM-DD. */
export interface RegisterLine extends Record<string, unknown> {
  readonly origin: 'listed' | 'found';
  readonly entered_on: string;
  readonly listed_on: string | null;
  readonly staff_count: number | null;
  readonly staff_counted_on: string | null;
  readonly staff_evidence: string | null;
  readonly next_visit_on: string | null;
  readonly version: number;
}

const earlier = (a: string | null, b: string | null) =>
  a === null || b === null ? (a ?? b) : a < b ? a : b;

/**
 * The one line of two (domain.md §2.4): 台账内 when either was, since the earlier day; the newer count with
 * its evidence; the sooner visit. Everything else as the line that stays says.
 * @param stays null when only the other stood in the register
 * @returns columns to set; the other's whole line when there is no own; null when nothing changes
 */
export function entryOfBoth(
  stays: RegisterLine | null,
  goes: RegisterLine | null,
): Record<string, unknown> | null {
  if (!goes) return null;
  if (!stays) return { ...goes };
  const counted = (stays.staff_counted_on ?? '') >= (goes.staff_counted_on ?? '') ? stays : goes;
  const { staff_count, staff_counted_on, staff_evidence } = counted;
  return {
    origin: stays.origin === 'listed' || goes.origin === 'listed' ? 'listed' : 'found',
    entered_on: earlier(stays.entered_on, goes.entered_on),
    listed_on: earlier(stays.listed_on, goes.listed_on),
    ...{ staff_count, staff_counted_on, staff_evidence },
    next_visit_on: earlier(stays.next_visit_on, goes.next_visit_on),
    version: stays.version + 1,
  };
}
