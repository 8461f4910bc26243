import 'server-only';
import { and, eq } from 'drizzle-orm';
import { unitLists } from '@/db/schema/unit-lists';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { rowsOfText } from '@/lib/documents/delimited';
import { type Hidden, readTable, type TableResult, tableWords } from '@/lib/documents/table-file';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import { evaluateUnitRows } from '../queries/evaluate-unit-rows';
import { rowsOfMembers } from '../queries/unit-people';
import { getUnitTarget } from '../queries/unit-target';
import { type ListNotes, notesOf } from '../rules/unit-list';
import { cleanedLines, readUnitRows } from '../rules/unit-rows';
import { type DraftRow, type LookThroughInput, MOST_BYTES, MOST_ROWS } from '../schema/unit-list';
import { draftOf } from '../steps/draft-of';

export type LookRefusal = 'not_open' | 'bad_list';

const bad = (field: string, words: string) =>
  refuse('bad_list' as const, { fieldErrors: { [field]: words } });

/** What was given, before anyone looks for people in it. */
interface Given {
  readonly rows: readonly DraftRow[];
  /** What the page says was left out or taken out. */
  readonly notes: ListNotes;
}

type Table = Extract<TableResult, { ok: true }>;

/** The file, read before the transaction begins: it takes a thread and perhaps seconds. */
async function tableOf(sent: File): Promise<Result<Table, 'bad_list'>> {
  const file = Buffer.from(await sent.arrayBuffer());
  const table = await readTable(file, { maxBytes: MOST_BYTES, maxRows: MOST_ROWS });
  return table.ok ? ok(table) : bad('table', tableWords(table));
}

function givenIn(
  cells: readonly string[][],
  hidden: Hidden | null,
  forChildren: boolean,
  field: string,
): Result<Given, 'bad_list'> {
  const rows = readUnitRows(cells, forChildren);
  if (rows.length === 0) return bad(field, tableWords({ reason: 'empty' }));
  if (rows.length > MOST_ROWS) return bad(field, tableWords({ reason: 'too_many_rows' }));
  return ok({ rows, notes: notesOf(hidden, cleanedLines(cells)) });
}

/** The rows as the chair gave them: the file, pasted text, then ticks in the roster. */
async function given(
  tx: Ctx,
  input: LookThroughInput,
  table: Table | null,
  forChildren: boolean,
): Promise<Result<Given, 'bad_list'>> {
  if (table) return givenIn(table.rows, table.hidden, forChildren, 'table');
  if (input.pasted !== '') {
    return givenIn(rowsOfText(input.pasted), null, forChildren, 'pasted');
  }
  if (input.people.length > 0) {
    return ok({ rows: await rowsOfMembers(tx, input.organisationId, input.people), notes: {} });
  }
  return bad('pasted', '请粘贴名单、选文件，或在名册里勾选');
}

/**
 * Takes a union's list in as a draft, so that it can be looked through line by line before anything
 * happens: nobody is booked, nobody is told. The rows stay sealed in the draft until it is handed in.
 * An earlier draft of the same union for the session makes room for this one.
 * Refuses `bad_list` with words for the field; `not_open` outside the time of booking.
 */
export async function previewUnitList(
  ctx: Ctx,
  input: LookThroughInput,
): Promise<Result<{ listId: string }, LookRefusal>> {
  const table = input.table ? await tableOf(input.table) : null;
  if (table && !table.ok) return table;
  return transaction(ctx, async (tx) => {
    const path = await organisationPath(tx, input.organisationId);
    authorize(canSubmitUnitList(tx.actor, path));
    const createdBy = accountOf(tx.actor);
    if (!createdBy) throw new Error('a list without a chair');
    const target = await getUnitTarget(tx, input, path);
    if (!target.open) return refuse('not_open');
    const { kind } = target.offering;
    const read = await given(tx, input, table?.value ?? null, isForChildren(kind));
    if (!read.ok) return read;
    const { rows, notes } = read.value;
    const { sessionId, organisationId } = input;
    const same = and(
      eq(unitLists.sessionId, sessionId),
      eq(unitLists.organisationId, organisationId),
      eq(unitLists.status, 'draft'),
    );
    await tx.db.delete(unitLists).where(same);
    const evaluated = await evaluateUnitRows(tx, { ...input, kind }, rows);
    const id = newId();
    await tx.db.insert(unitLists).values({
      id,
      offeringId: input.offeringId,
      sessionId,
      organisationId,
      organiserId: target.offering.organisationId,
      status: 'draft',
      ...draftOf(id, evaluated, notes),
      createdBy,
      createdAt: tx.now,
    });
    await recordAudit(tx, {
      action: 'look_through_list',
      entityType: 'unit_list',
      entityId: id,
      organisationId,
      after: { session: sessionId, rows: rows.length },
    });
    return ok({ listId: id });
  });
}
