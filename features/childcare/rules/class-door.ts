import type { DayState } from './class-day';

/** The door of a class as the page of one day shows it. */
export interface ClassDoor {
  /** The day shown, and today. */
  readonly on: string;
  readonly today: string;
  readonly isOpen: boolean;
  /** What is missing today, in words. */
  readonly gaps: readonly string[];
  /** Whether a child has been signed in today. */
  readonly hasBegun: boolean;
  /** Whether the reader is assigned to the class with a check that counts. */
  readonly looksAfter: boolean;
}

/**
 * What the staff tap next for a child: only today, only they. A class with something missing takes no child
 * in, unless its day has begun (未成年人保护法 62); a child that is in can always be handed over.
 * @returns null when there is nothing to tap
 */
export function nextTap(door: ClassDoor, state: DayState): 'sign_in' | 'hand_over' | null {
  if (!door.looksAfter || door.on !== door.today || state === 'home') return null;
  if (state === 'in') return 'hand_over';
  const takesIn = door.isOpen && (door.gaps.length === 0 || door.hasBegun);
  return takesIn ? 'sign_in' : null;
}

/** Why children may not come in, and what the organiser does about it; null when they may. */
export function doorWords({ isOpen, gaps, hasBegun }: ClassDoor): string | null {
  if (gaps.length > 0) {
    const since = hasBegun ? '明天起不能让孩子入班' : '不能让孩子入班';
    return `${gaps.join('；')}，${since}。请组织单位在“看护人员”里补齐。`;
  }
  return isOpen ? null : '还没开班。请组织单位在“看护人员”里点“开班”。';
}
