import { type List, type ListedEntry, numberText } from './list';

/** What is drawn as one: a single number, or siblings who entered together. */
export interface Unit {
  readonly members: readonly ListedEntry[];
  readonly tier: number;
  readonly weight: number;
  /** By its lowest number it draws. */
  readonly no: number;
}

function unitOf(members: readonly ListedEntry[]): Unit {
  return {
    members,
    // The later tier of the two: nobody passes a waiting tier on a sibling's ticket.
    tier: Math.max(...members.map((e) => e.tier)),
    weight: Math.max(...members.map((e) => e.weight)),
    no: Math.min(...members.map((e) => e.no)),
  };
}

/**
 * Siblings draw as one, with the tickets of one child: each child of a family of three then has the
 * same chance as an only child. Without sibling rules every number is its own unit.
 */
export function unitsOf(list: List): Unit[] {
  const households = new Map<string, ListedEntry[]>();
  for (const entry of [...list.entries].sort((a, b) => a.no - b.no)) {
    const key =
      list.siblings === 'none' || !entry.household ? String(entry.no) : `h${entry.household}`;
    households.set(key, [...(households.get(key) ?? []), entry]);
  }
  return [...households.values()].map(unitOf);
}

/** What each ticket of a unit is the HMAC of: the fingerprint of the list, the number, the ticket. */
export const ticketsOf = (unit: Unit, listHash: string): string[] =>
  Array.from(
    { length: unit.weight },
    (_, ticket) => `${listHash}:${numberText(unit.no)}:${ticket + 1}`,
  );
