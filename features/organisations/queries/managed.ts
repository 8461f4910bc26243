import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { canManageOrganisations } from '../policy';
import { getOrganisation, type Organisation } from './organisations';
import { readTreeScreen } from './screen';

/**
 * An open organisation that this officer may change, for the pages that do so.
 * @returns null when unknown, closed or not theirs, which must look the same
 */
export async function findManaged(ctx: Ctx, id: string): Promise<Organisation | null> {
  const screen = await readTreeScreen(ctx, id);
  const path = screen?.trail.map((node) => node.id) ?? [];
  if (!screen || screen.selected.closed || !canManageOrganisations(ctx.actor, path)) return null;
  return getOrganisation(ctx, id);
}
