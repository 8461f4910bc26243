import { canDecideChildcare } from '@/features/programmes/policy';
import type { Actor } from '@/lib/actor';

export interface Assignment {
  readonly checkValidUntil: string | null;
}

/**
 * Who may open a class and the records of its children: the organiser's deciding officers, and whoever
 * is assigned to this class with a check that counts today (未成年人保护法 62, 未成年人网络保护条例 36).
 */
export const canRunClass = (
  actor: Actor,
  organiserPath: readonly string[],
  assignment: Assignment | null,
  today: string,
): boolean =>
  canDecideChildcare(actor, organiserPath) ||
  (assignment !== null &&
    assignment.checkValidUntil !== null &&
    assignment.checkValidUntil >= today);
