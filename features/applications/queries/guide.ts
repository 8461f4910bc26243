import 'server-only';
import { listOffices, type Office } from '@/features/organisations/queries/find-unions';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { minimumAge, slaDays } from '../settings';

export interface Guide {
  readonly slaDays: number;
  readonly minimumAge: number;
  /** The 镇/街道 unions, which receive people in person. */
  readonly offices: readonly Office[];
}

/** The figures of the 办事指南, as the settings and the tree say them today. Public. */
export async function getGuide(ctx: Ctx): Promise<Guide> {
  const [rules, offices] = await Promise.all([
    readSettings(ctx, { slaDays, minimumAge }),
    listOffices(ctx),
  ]);
  return { ...rules, offices };
}
