import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { mostExportRows } from '../settings';

/** How many rows one exported file holds at most. */
export const readMostExportRows = async (ctx: Ctx): Promise<number> =>
  (await read(ctx, (tx) => readSettings(tx, { most: mostExportRows }))).most;
