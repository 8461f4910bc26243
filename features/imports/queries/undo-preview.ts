import 'server-only';
import { and, eq } from 'drizzle-orm';
import { importRows } from '@/db/schema/imports';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read, readAsSystem } from '@/lib/transaction';
import { bookWorks } from '../steps/book-works';
import type { Touched } from '../steps/stored-row';
import type { ImportView } from './import-view';

export interface UndoPreview {
  readonly back: number;
  /** How many stay, by reason, most first. */
  readonly stays: readonly { readonly reason: Touched; readonly rows: number }[];
}

/** What taking an import back would come to now, for an import that the officer sees; null where it is too late. */
export async function undoPreview(
  ctx: Ctx,
  { id, book, mayUndo }: ImportView,
): Promise<UndoPreview | null> {
  if (!mayUndo) return null;
  const rows = await read(ctx, (tx) =>
    tx.db
      .select({ id: importRows.id, made: importRows.made, detailsSealed: importRows.detailsSealed })
      .from(importRows)
      .where(and(eq(importRows.importId, id), eq(importRows.state, 'written'))),
  );
  const outcomes = await readAsSystem(asSystem(ctx), (tx) =>
    bookWorks[book].previewTakingBack(tx, rows),
  );
  const reasons = new Map<Touched, number>();
  for (const { reason } of outcomes)
    if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const stays = [...reasons].map(([reason, n]) => ({ reason, rows: n }));
  return {
    back: outcomes.filter(({ reason }) => reason === null).length,
    stays: stays.sort((a, b) => b.rows - a.rows),
  };
}
