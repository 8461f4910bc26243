import 'server-only';
import { organisationPath } from '@/features/organisations/queries/scope';
import { lockOrganisation } from '@/features/organisations/steps/place';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { readSettings } from '@/lib/settings';
import { canKeepOffices, canSeeOffices } from '../policy';
import { latestElection } from '../rules/term';
import { slipMonths } from '../settings';
import { currentTerm } from '../steps/terms';

/**
 * A union, locked, with its latest term. Throws NotFound for one outside the officer's area, exactly as when
 * there is none, and Forbidden for who only reads.
 */
export async function lockUnion(tx: Ctx, organisationId: string) {
  const path = await organisationPath(tx, organisationId);
  const union = await lockOrganisation(tx, organisationId);
  if (!union || !(canSeeOffices(tx.actor, path) || canKeepOffices(tx.actor, path)))
    throw new NotFound('union');
  authorize(canKeepOffices(tx.actor, path));
  const { slip } = await readSettings(tx, { slip: slipMonths });
  const term = await currentTerm(tx, organisationId);
  const latest = term && latestElection(term.endsOn, slip);
  return { union, term: term && { ...term, latest: latest ?? '' }, today: todayOn(tx.now) };
}
