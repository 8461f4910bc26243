import 'server-only';
import { listTowns } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { minimumAge, slaDays } from '../settings';

export interface Guide {
  readonly slaDays: number;
  readonly minimumAge: number;
  /** How many 镇/街道 unions receive people in person. */
  readonly towns: number;
}

/** The figures of the 办事指南, as the settings and the tree say them today. Public. */
export async function getGuide(ctx: Ctx): Promise<Guide> {
  const [rules, towns] = await Promise.all([
    readSettings(ctx, { slaDays, minimumAge }),
    listTowns(ctx),
  ]);
  return { ...rules, towns: towns.length };
}
