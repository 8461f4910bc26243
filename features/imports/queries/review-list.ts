import 'server-only';
import { and, asc, eq, gt, type SQL } from 'drizzle-orm';
import { importDetails, importRows } from '@/db/schema/imports';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { ReviewLine, RowDetails } from '../rules/row-details';

export interface ReviewRow extends ReviewLine {
  readonly id: string;
  readonly position: number;
  readonly state: (typeof importRows.$inferSelect)['state'];
  readonly reason: string | null;
}

const forgotten: RowDetails = {
  name: '已删除',
  number: '',
  choices: ['skip'],
  changes: [],
  words: [],
  found: null,
};

/**
 * Rows of a review in their order, opened.
 * @param where which of them; all when left out
 * @param page only so many, from behind a position on
 */
export async function readReviewList(
  tx: Ctx,
  importId: string,
  where?: SQL,
  page?: { after: number; most: number },
): Promise<ReviewRow[]> {
  const wanted = and(
    eq(importRows.importId, importId),
    where,
    page ? gt(importRows.position, page.after) : undefined,
  );
  const query = tx.db.select().from(importRows).where(wanted).orderBy(asc(importRows.position));
  const rows = await (page ? query.limit(page.most) : query);
  return rows.map(({ id, position, rowNo, kind, choice, state, reason, detailsSealed }) => ({
    ...{ id, position, rowNo, kind, choice, state, reason },
    details: detailsSealed ? JSON.parse(openField(detailsSealed, importDetails(id))) : forgotten,
  }));
}
