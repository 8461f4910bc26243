import { canManageOfferings } from '@/features/offerings/policy';
import type { Kind } from '@/features/offerings/schema/offering';
import type { Actor } from '@/lib/actor';

/**
 * Who writes to the people of an offering: who manages it, at the organiser or above it. Staff of a class
 * write to its guardians by `mayLookAfter`. Source: domain.md §3.15.
 */
export const canWriteToOffering = (
  actor: Actor,
  offering: { kind: Kind },
  organiserPath: readonly string[],
): boolean => canManageOfferings[offering.kind](actor, organiserPath);
