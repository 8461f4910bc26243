import type { Ctx } from '../ctx';

/** How long one second factor covers exports and role changes. */
export const STEP_UP_MINUTES = 10;

/** Whether the officer gave the second factor just now; commands refuse with `step_up` when not (A24). */
export function hasRecentSecondFactor(ctx: Pick<Ctx, 'actor' | 'now'>): boolean {
  const { actor, now } = ctx;
  if (actor.kind !== 'account' || actor.assurance !== 'totp' || !actor.steppedUpAt) return false;
  return now.getTime() - actor.steppedUpAt.getTime() < STEP_UP_MINUTES * 60_000;
}
