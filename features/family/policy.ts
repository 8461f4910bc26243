import type { Actor } from '@/lib/actor';

/** A family is private: only a child's confirmed guardians see it or change it, no officer. */
export const isGuardian = (actor: Actor, guardianPersonIds: readonly string[]): boolean =>
  actor.kind === 'account' && actor.personId !== null && guardianPersonIds.includes(actor.personId);

/**
 * Anyone signed in may keep a family; booking asks for membership where the notice does.
 * Source: domain.md §3.2.
 */
export const canKeepFamily = (actor: Actor): boolean =>
  actor.kind === 'account' && actor.personId !== null;
