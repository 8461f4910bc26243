import { canDecideChildcare } from '@/features/bookings/policy';
import type { Actor } from '@/lib/actor';

export interface Assignment {
  readonly checkValidUntil: string | null;
}

/**
 * Who may take children over, hand them on and open their records: assigned to this class with a check
 * that counts today, and nobody else, whatever office they hold (未成年人保护法 62, 未成年人网络保护条例 36).
 */
export const canLookAfterChildren = (assignment: Assignment | null, today: string): boolean =>
  assignment !== null && assignment.checkValidUntil !== null && assignment.checkValidUntil >= today;

/**
 * Who may see a class's day and keep its log: its assigned staff, and the organiser's deciding
 * officers. Source: domain.md §3.2.
 */
export const canRunClass = (
  actor: Actor,
  organiserPath: readonly string[],
  assignment: Assignment | null,
  today: string,
): boolean => canDecideChildcare(actor, organiserPath) || canLookAfterChildren(assignment, today);
