import 'server-only';
import { and, eq } from 'drizzle-orm';
import { unitLists } from '@/db/schema/unit-lists';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { blindIndex } from '@/lib/crypto/blind-index';
import { sealField } from '@/lib/crypto/field';
import { unitListRows } from '@/lib/crypto/places';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { readTable, rowsOfText, tableMessages } from '@/lib/table-file';
import { transaction } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import { judgeUnitRows } from '../queries/judge-unit-rows';
import { rowsOfMembers } from '../queries/unit-people';
import { getUnitTarget } from '../queries/unit-target';
import { countOutcomes, listContent, readUnitRows } from '../rules/unit-list';
import { type DraftRow, type LookThroughInput, MOST_BYTES, MOST_ROWS } from '../schema/unit-list';

export type LookRefusal = 'not_open' | 'bad_list';

const bad = (field: string, words: string) =>
  refuse('bad_list' as const, { fieldErrors: { [field]: words } });

/** The rows of the file, read before the transaction begins: it takes a thread and perhaps seconds. */
async function rowsOfFile(sent: File): Promise<Result<DraftRow[], 'bad_list'>> {
  const file = Buffer.from(await sent.arrayBuffer());
  const table = await readTable(file, { maxBytes: MOST_BYTES, maxRows: MOST_ROWS });
  if (!table.ok) return bad('table', tableMessages[table.reason]);
  const rows = readUnitRows(table.rows);
  return rows.length > 0 ? ok(rows) : bad('table', tableMessages.empty);
}

/** The rows as the chair gave them: pasted text before ticks in the roster. */
async function rowsIn(tx: Ctx, input: LookThroughInput): Promise<Result<DraftRow[], 'bad_list'>> {
  if (input.pasted !== '') {
    const rows = readUnitRows(rowsOfText(input.pasted));
    return rows.length <= MOST_ROWS ? ok(rows) : bad('pasted', tableMessages.too_many_rows);
  }
  if (input.people.length > 0) {
    return ok(await rowsOfMembers(tx, input.organisationId, input.people));
  }
  return bad('pasted', '请粘贴名单、选文件，或在名册里勾选');
}

/**
 * Takes a union's list in as a draft, so that it can be looked through line by line before anything
 * happens: nobody is booked, nobody is told. The rows stay sealed in the draft until it is handed in.
 * An earlier draft of the same union for the session makes room for this one.
 */
export async function lookThroughList(
  ctx: Ctx,
  input: LookThroughInput,
): Promise<Result<{ listId: string }, LookRefusal>> {
  const ofFile = input.table ? await rowsOfFile(input.table) : null;
  return transaction(ctx, async (tx) => {
    const path = await organisationPath(tx, input.organisationId);
    authorize(canSubmitUnitList(tx.actor, path));
    const createdBy = tx.actor.kind === 'account' ? tx.actor.accountId : null;
    if (!createdBy) throw new Error('a list without a chair');
    const target = await getUnitTarget(tx, input, path);
    if (!target.open) return refuse('not_open');
    const rows = ofFile ?? (await rowsIn(tx, input));
    if (!rows.ok) return rows;
    const { sessionId, organisationId } = input;
    const same = and(
      eq(unitLists.sessionId, sessionId),
      eq(unitLists.organisationId, organisationId),
      eq(unitLists.status, 'draft'),
    );
    await tx.db.delete(unitLists).where(same);
    const { kind } = target.offering;
    const judged = await judgeUnitRows(tx, { ...input, kind }, rows.value);
    const looked = judged.map((j) => ({ ...j.row, outcome: j.outcome, said: j.words }));
    const id = newId();
    await tx.db.insert(unitLists).values({
      id,
      offeringId: input.offeringId,
      sessionId,
      organisationId,
      organiserId: target.offering.organisationId,
      status: 'draft',
      rowsSealed: sealField(JSON.stringify(looked), unitListRows(id)),
      contentHash: blindIndex('unit_list', listContent(rows.value)),
      counts: countOutcomes(judged.map((j) => ({ outcome: j.outcome ?? 'ready' }))),
      createdBy,
      createdAt: tx.now,
    });
    await recordAudit(tx, {
      action: 'look_through_list',
      entityType: 'unit_list',
      entityId: id,
      organisationId,
      after: { session: sessionId, rows: rows.value.length },
    });
    return ok({ listId: id });
  });
}
