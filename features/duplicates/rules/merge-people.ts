import { endOfDouble } from './two-memberships';

/** The 会籍 of one record. Days as YYYY-MM-DD. */
export interface OpenMembership {
  readonly id: string;
  /** Its first day in this union. */
  readonly since: string;
  /** The first day of all. */
  readonly joinedOn: string;
  /** Where it was moved in from; null for one that began here. */
  readonly previousId: string | null;
}

type Values = Record<string, unknown>;

/**
 * What becomes of two 会籍 of one person: that of the record that goes on stays; the other ends the day before, and
 * is what came before where it began earlier, as in a transfer.
 * @returns columns to set, null where nothing changes
 */
export function joinMemberships(
  stays: OpenMembership | null,
  goes: OpenMembership | null,
): { stays: Values | null; goes: Values | null } {
  if (!stays || !goes) return { stays: null, goes: null };
  const ended = { status: 'left', ended_on: endOfDouble(goes.since, stays.since) };
  const follows = goes.since < stays.since && stays.previousId === null;
  return {
    goes: ended,
    stays: follows
      ? { previous_id: goes.id, moved_in_on: stays.since, joined_on: goes.joinedOn }
      : null,
  };
}
