import { type Actor, accountOf } from '@/lib/actor';

/** The worker whose application, card or request it is. */
export const isOwnApplication = (actor: Actor, accountId: string): boolean =>
  accountOf(actor) === accountId;
