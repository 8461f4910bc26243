import 'server-only';
import { slaDays } from '@/features/membership/settings';
import { hotline, hotlineHours } from '@/features/organisations/settings';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';

/** What every visitor may read: whom to call, when, and how long an answer takes. */
export const readPublicSettings = (ctx: Ctx) =>
  readSettings(ctx, { hotline, hotlineHours, slaDays });
