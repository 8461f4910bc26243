import 'server-only';
import { blindIndex } from '@/lib/crypto/blind-index';
import type { Ctx } from '@/lib/ctx';
import type { BookLine, FoundRow, ImportChoice, PlannedRow, RowPlan } from '../rules/book-row';
import type { BookContext, BookWork, MadeRow } from './book-work';

/** A row on its way into the books. */
export interface RowToWrite {
  readonly rowId: string;
  readonly found: FoundRow;
  /** What the officer chose; null takes what stands first. */
  readonly choice: ImportChoice | null;
  /** What the review showed; null at the review itself. */
  readonly fingerprint: string | null;
}

/** What became of it. */
export interface WrittenRow {
  readonly rowId: string;
  readonly found: FoundRow;
  readonly plan: RowPlan;
  readonly choice: ImportChoice;
  readonly fingerprint: string;
  /** Null where nothing was written: not wanted, or something changed since the review. */
  readonly made: MadeRow | null;
  readonly changedSince: boolean;
}

/** A keyed sum of all that the review shows of a row. */
const fingerprintOf = (line: BookLine, { kind, choices, changes, words }: RowPlan): string =>
  blindIndex('import_row', JSON.stringify([line, kind, choices, changes, words]));

function choose(row: RowToWrite, planned: PlannedRow) {
  const { plan, line } = planned;
  const fingerprint = fingerprintOf(line, plan);
  const changedSince = row.fingerprint !== null && row.fingerprint !== fingerprint;
  const [first = 'skip'] = plan.choices;
  const choice = row.choice && plan.choices.includes(row.choice) ? row.choice : first;
  return { ...planned, rowId: row.rowId, found: row.found, fingerprint, changedSince, choice };
}

/**
 * Plans these rows as the database stands and writes what is wanted: the one piece of code of the review, which
 * rolls it back, and of the writing, which keeps it. What the review showed differently is not written. Run it as
 * the system.
 * @returns what became of each row, in their order
 */
export async function writeRows(
  systemTx: Ctx,
  work: BookWork,
  rows: readonly RowToWrite[],
  context: BookContext,
): Promise<WrittenRow[]> {
  const plans = await work.plan(
    systemTx,
    rows.map(({ found }) => found),
    context,
  );
  const planned = plans.map((plan, at) => choose(rows[at] as RowToWrite, plan));
  const wanted = planned.filter(({ choice, changedSince }) => choice !== 'skip' && !changedSince);
  const made = await work.write(systemTx, wanted, context);
  const byRow = new Map(wanted.map(({ rowId }, at) => [rowId, made[at] ?? null]));
  return planned.map(({ rowId, found, plan, choice, fingerprint, changedSince }) => {
    const made = byRow.get(rowId) ?? null;
    const fell = byRow.has(rowId) && made === null;
    const row = { rowId, found, plan, choice, fingerprint, made };
    return { ...row, changedSince: changedSince || fell };
  });
}
