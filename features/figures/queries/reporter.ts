import 'server-only';
import { inArray } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { figureReaders } from '../policy';

/** 填报单位: the organisations for which the actor reads figures, by name in the order of the tree. */
export async function describeReporter(ctx: Ctx): Promise<string> {
  const ids = [...new Set(figureReaders.flatMap((may) => may.organisationsOf(ctx.actor)))];
  if (ids.length === 0) return '';
  const rows = await ctx.db
    .select({ name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(organisations.sortKey);
  return rows.map(({ name }) => name).join('、');
}
