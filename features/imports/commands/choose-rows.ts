import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { importDetails, importRows } from '@/db/schema/imports';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { mayImport } from '../policy';
import type { RowDetails } from '../rules/row-details';
import type { ChooseInput } from '../schema/imports';
import { lockImport } from '../steps/lock-import';

/**
 * Stores what becomes of rows that leave a choice; a choice that a row does not offer is passed over.
 * Refuses `not_now` unless the review is open.
 * @returns how many rows have another choice than before
 */
export async function chooseRows(
  ctx: Ctx,
  { importId, choices }: ChooseInput,
): Promise<Result<{ importId: string; changed: number }, 'not_now'>> {
  return transaction(ctx, async (tx) => {
    const { row, path } = await lockImport(tx, importId);
    authorize(mayImport(tx.actor, row.book, path));
    if (row.status !== 'ready') return refuse('not_now');
    const wanted = new Map(choices);
    const ids = `{${[...wanted.keys()].join(',')}}`;
    const rows = await tx.db
      .select({ id: importRows.id, choice: importRows.choice, sealed: importRows.detailsSealed })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), sql`${importRows.id} = any (${ids}::uuid[])`));
    const changes = rows.flatMap(({ id, choice, sealed }) => {
      const to = wanted.get(id);
      const details: RowDetails | null = sealed && JSON.parse(openField(sealed, importDetails(id)));
      return to && to !== choice && details?.choices.includes(to) ? [{ id, to }] : [];
    });
    await tx.db.execute(sql`
      update import_rows r set choice = c.to
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c(id uuid, "to" text)
      where r.id = c.id and r.import_id = ${importId}::uuid`);
    await recordAudit(tx, {
      action: 'choose_import_rows',
      entityType: 'import',
      entityId: importId,
      organisationId: row.organisationId,
      after: { changed: changes.length },
    });
    return ok({ importId, changed: changes.length });
  });
}
