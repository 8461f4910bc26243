import { canManageOfferings } from '@/features/offerings/policy';
import type { Kind } from '@/features/offerings/schema/offering';
import type { Actor } from '@/lib/actor';

/**
 * Who works on the draws of a kind: its officers, and the system by the clock.
 * Source: domain.md §4.2.
 */
export const mayWorkOnDraw = (actor: Actor, kind: Kind): boolean =>
  actor.kind === 'system' || canManageOfferings[kind].anywhere(actor);
