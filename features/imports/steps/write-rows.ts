import 'server-only';
import { blindIndex } from '@/lib/crypto/blind-index';
import type { Ctx } from '@/lib/ctx';
import type { ImportChoice, MemberPlan } from '../rules/decide-member';
import type { MemberLine } from '../rules/member-line';
import type { FoundLine } from '../rules/member-lines';
import { changeMembers, type MemberBefore } from './change-members';
import type { ImportContext } from './import-context';
import { type PlannedMember, planMembers } from './plan-members';
import { type MadeMember, makeMembers } from './write-members';

/** A row on its way into the books. */
export interface RowToWrite {
  readonly rowId: string;
  readonly found: FoundLine;
  /** What the officer chose; null takes what stands first. */
  readonly choice: ImportChoice | null;
  /** What the review showed; null at the review itself. */
  readonly fingerprint: string | null;
}

/** What became of it. */
export interface WrittenRow {
  readonly rowId: string;
  readonly line: MemberLine;
  readonly plan: MemberPlan;
  readonly choice: ImportChoice;
  readonly fingerprint: string;
  /** Null where nothing was written: not wanted, or something changed since the review. */
  readonly made: (MadeMember & { before?: MemberBefore }) | null;
  readonly changedSince: boolean;
}

/** A keyed sum of all that the review shows of a row. */
const fingerprintOf = (line: MemberLine, { kind, choices, changes, words }: MemberPlan): string =>
  blindIndex('import_row', JSON.stringify([line, kind, choices, changes, words]));

interface Planned extends PlannedMember {
  readonly rowId: string;
  readonly choice: ImportChoice;
  readonly fingerprint: string;
  readonly changedSince: boolean;
}

function choose(row: RowToWrite, planned: PlannedMember): Planned {
  const { plan, line } = planned;
  const fingerprint = fingerprintOf(line, plan);
  const changedSince = row.fingerprint !== null && row.fingerprint !== fingerprint;
  const [first = 'skip'] = plan.choices;
  const choice = row.choice && plan.choices.includes(row.choice) ? row.choice : first;
  return { ...planned, rowId: row.rowId, fingerprint, changedSince, choice };
}

/**
 * Plans these rows as the database stands and writes what is wanted: the one piece of code of the review, which
 * rolls it back, and of the writing, which keeps it. What the review showed differently is not written. Run it as
 * the system.
 * @returns what became of each row, in their order
 */
export async function writeRows(
  systemTx: Ctx,
  rows: readonly RowToWrite[],
  context: ImportContext,
): Promise<WrittenRow[]> {
  const plans = await planMembers(
    systemTx,
    rows.map(({ found }) => found),
    context,
  );
  const planned = plans.map((plan, at) => choose(rows[at] as RowToWrite, plan));
  const wanted = planned.filter(({ choice, changedSince }) => choice !== 'skip' && !changedSince);
  const fresh = wanted.filter(({ person }) => !person?.membership);
  const known = wanted.filter(({ person }) => person?.membership);
  const made = await makeMembers(systemTx, fresh, context.writing);
  const changed = await changeMembers(systemTx, known, context.writing);
  const byRow = new Map<string, WrittenRow['made']>([
    ...fresh.map(({ rowId }, at) => [rowId, made[at] ?? null] as const),
    ...known.map(({ rowId }, at) => [rowId, changed[at] ?? null] as const),
  ]);
  return planned.map(({ rowId, line, plan, choice, fingerprint, changedSince }) => ({
    ...{ rowId, line, plan, choice, fingerprint, changedSince },
    made: byRow.get(rowId) ?? null,
  }));
}
