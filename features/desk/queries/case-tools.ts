import 'server-only';
import { sql } from 'drizzle-orm';
import { caseNoteBody } from '@/db/schema/desk';
import { accountOf } from '@/lib/actor';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read, readAsSystem } from '@/lib/transaction';
import { type CaseDesk, getCaseDesk } from './case-desk';

export interface CaseOfficer extends Record<string, unknown> {
  id: string;
  name: string;
  /** 0 is the desk itself; 1 the organisation above it. */
  depth: number;
  acts_for: string | null;
}

/**
 * Who may decide a case, those of its own desk first, then by name; the applicant is not among them. A deputy
 * stands beside whom they act for.
 */
export async function listCaseOfficers(tx: Ctx, desk: CaseDesk): Promise<CaseOfficer[]> {
  const roles = `{${desk.permission.roles.join(',')}}`;
  return readAsSystem(tx, (systemTx) =>
    systemTx.db.execute<CaseOfficer>(sql`
      select distinct on (o.account_id) o.account_id as id, a.display_name as name, o.depth, f.display_name as acts_for
      from officers_at(${desk.organisationId}::uuid, ${roles}::text[]) o
      join accounts a on a.id = o.account_id left join accounts f on f.id = o.acts_for
      where o.account_id <> ${desk.accountId}::uuid
      order by o.account_id, o.depth, o.acts_for nulls first`),
  ).then((rows) =>
    [...rows].sort((a, b) => a.depth - b.depth || a.name.localeCompare(b.name, 'zh-CN')),
  );
}

/** Notes on a case, oldest first. */
async function listNotes(tx: Ctx, { id }: CaseDesk) {
  const rows = await tx.db.execute<{
    id: string;
    at: string;
    who: string;
    written_by: string;
    body_sealed: string;
  }>(sql`
    select n.id, n.at, a.display_name as who, n.written_by, n.body_sealed
    from case_notes n join accounts a on a.id = n.written_by
    where n.case_id = ${id}::uuid and n.removed_at is null order by n.at, n.id`);
  const me = accountOf(tx.actor);
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at),
    who: row.who,
    own: row.written_by === me,
    text: openField(row.body_sealed, caseNoteBody(row.id)),
  }));
}

/**
 * What officers have among themselves about an open case: who has taken it on, who may, what they wrote. Null for
 * who may only read it, and for one’s own case.
 */
export async function findCaseTools(ctx: Ctx, ref: string) {
  try {
    return await read(ctx, async (tx) => {
      const desk = await getCaseDesk(tx, ref);
      const officers = await listCaseOfficers(tx, desk);
      const [taken] = await tx.db.execute<{ officer_id: string; name: string; at: string }>(sql`
        select x.officer_id, a.display_name as name, x.at from case_assignments x
        join accounts a on a.id = x.officer_id where x.case_id = ${desk.id}::uuid`);
      return {
        ref,
        officers,
        taken: taken ? { id: taken.officer_id, name: taken.name, at: new Date(taken.at) } : null,
        me: accountOf(tx.actor),
        notes: await listNotes(tx, desk),
        now: tx.now,
      };
    });
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

export type CaseToolsView = NonNullable<Awaited<ReturnType<typeof findCaseTools>>>;
