import type { Actor } from '@/lib/actor';

/** The worker whose application, card or request it is. */
export const isOwnCase = (actor: Actor, accountId: string): boolean =>
  actor.kind === 'account' && actor.accountId === accountId;
