import type { List, ListedEntry } from './list';
import type { Unit } from './units';

export interface Scored extends Unit {
  /** First 16 hex digits of the best of its tickets. */
  readonly score: string;
}

/** `open`, the letter of a reserved group, `wait` or `out`. */
export type AllotOutcome = string;

export interface DrawResult {
  readonly rank: number;
  readonly no: number;
  readonly score: string;
  readonly outcome: AllotOutcome;
}

/** Whether the draw gave a place, open or kept. */
export const isPlaced = (outcome: AllotOutcome): boolean => outcome !== 'wait' && outcome !== 'out';

/** First by tier, then by score; the number settles what cannot happen. */
export const inOrder = (units: readonly Scored[]): Scored[] =>
  [...units].sort(
    (a, b) => a.tier - b.tier || (a.score < b.score ? -1 : a.score > b.score ? 1 : a.no - b.no),
  );

/** Places that are left, by letter; `open` is everyone's. */
type Left = Map<string, number>;

/** A reserved place of its own groups first, so that the open ones are left to the others. */
function placeFor(entry: ListedEntry, left: Left): string | null {
  for (const letter of [...entry.groups, 'open']) {
    if ((left.get(letter) ?? 0) > 0) return letter;
  }
  return null;
}

/** Places for a unit: all of it, or with 尽量一起 as many as there are. Null leaves it waiting. */
function placesFor(unit: Unit, left: Left, together: boolean): Map<number, string> | null {
  const trial: Left = new Map(left);
  const got = new Map<number, string>();
  for (const entry of unit.members) {
    const letter = placeFor(entry, trial);
    if (letter === null) continue;
    trial.set(letter, (trial.get(letter) ?? 0) - 1);
    got.set(entry.no, letter);
  }
  if (got.size === 0 || (together && got.size < unit.members.length)) return null;
  for (const [letter, places] of trial) left.set(letter, places);
  return got;
}

function round(units: readonly Scored[], left: Left, together: boolean, won: Map<number, string>) {
  for (const unit of units) {
    const waiting = unit.members.filter((entry) => !won.has(entry.no));
    if (waiting.length === 0) continue;
    const got = placesFor({ ...unit, members: waiting }, left, together);
    for (const [no, letter] of got ?? []) won.set(no, letter);
  }
}

/** Unused reserved places that flow back become open ones. */
function releaseReserved(list: List, left: Left): void {
  for (const { letter, returns } of list.reserved) {
    if (!returns) continue;
    left.set('open', (left.get('open') ?? 0) + (left.get(letter) ?? 0));
    left.set(letter, 0);
  }
}

/** Who waits, in order, while the waiting list has room; siblings who go together wait together. */
function waitingOf(list: List, units: readonly Scored[], won: ReadonlyMap<number, string>) {
  let room = list.waiting ?? Number.POSITIVE_INFINITY;
  const waiting = new Set<number>();
  for (const unit of units) {
    const lost = unit.members.filter((entry) => !won.has(entry.no));
    const some = list.siblings === 'together' && lost.length > room ? [] : lost.slice(0, room);
    for (const entry of some) waiting.add(entry.no);
    room -= some.length;
  }
  return waiting;
}

/**
 * Goes down the drawn order once and gives each what is left for it, then once more with the reserved
 * places that flow back. A family that does not fit whole is passed over, so that no place stays idle
 * that a single child below could use; it keeps its rank in the queue.
 */
export function allot(list: List, scored: readonly Scored[]): DrawResult[] {
  const units = inOrder(scored);
  const together = list.siblings === 'together';
  const left: Left = new Map([['open', list.open]]);
  for (const { letter, places } of list.reserved) left.set(letter, places);
  const won = new Map<number, string>();
  round(units, left, together, won);
  releaseReserved(list, left);
  round(units, left, together, won);
  const waiting = waitingOf(list, units, won);
  return units
    .flatMap((unit) => unit.members.map((entry) => ({ no: entry.no, score: unit.score })))
    .map((line, at) => ({
      rank: at + 1,
      ...line,
      outcome: won.get(line.no) ?? (waiting.has(line.no) ? 'wait' : 'out'),
    }));
}
