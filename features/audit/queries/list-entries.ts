import 'server-only';
import { and, desc, eq, gte, inArray, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { auditEntries } from '@/db/schema/kernel';
import { organisations } from '@/db/schema/organisations';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay } from '@/lib/dates';
import { escapeLike } from '@/lib/text';
import { read, readAsSystem } from '@/lib/transaction';
import { canReadLedger, canSuperviseLedger } from '../policy';
import type { LedgerFilter } from '../schema';

const PAGE = 50;

/** Matters of configuration, whose values a system administrator may see; members' affairs are not. */
export const configurationTypes = ['account', 'employer', 'holiday', 'organisation', 'setting'];

/** Whose child goes where and who was examined is not the organisation department's to read (PIPL 28). */
const sheltered = ['booking', 'child', 'guardian'];

export interface LedgerLine {
  id: number;
  at: Date;
  actor: string;
  action: string;
  entityType: string;
  entityId: string;
  organisation: string | null;
  before: unknown;
  after: unknown;
  reason: string | null;
  requestId: string;
  /** True when this reader may not see what was written. */
  withheld: boolean;
}

/** What this actor may read at all; nobody else gets a line. */
function scope(ctx: Ctx): { where: SQL | undefined; values: SQL<boolean> } {
  const own = and(
    inScope(auditEntries.organisationId, canReadLedger.organisationsOf(ctx.actor)),
    notInArray(auditEntries.entityType, sheltered),
  );
  if (!canSuperviseLedger.anywhere(ctx.actor)) return { where: own, values: sql`true` };
  const plain = inArray(auditEntries.entityType, configurationTypes);
  return { where: undefined, values: sql`(${or(plain, own)})` };
}

function asked(filter: LedgerFilter): SQL | undefined {
  const { actor, action, entity, from, to, before } = filter;
  return and(
    actor ? sql`${auditEntries.actorLabel} like ${`%${escapeLike(actor)}%`}` : undefined,
    action ? eq(auditEntries.action, action) : undefined,
    entity ? eq(auditEntries.entityId, entity) : undefined,
    from ? gte(auditEntries.at, startOfDay(from)) : undefined,
    to ? lt(auditEntries.at, startOfDay(addDays(to, 1))) : undefined,
    before ? lt(auditEntries.id, before) : undefined,
  );
}

/**
 * One page of the ledger, newest first. An officer reads the lines of their organisations; a system
 * administrator reads all lines, but of members' affairs only who did what and when.
 */
export async function listLedger(
  ctx: Ctx,
  filter: LedgerFilter,
): Promise<{ lines: LedgerLine[]; older: number | null }> {
  const { where, values } = scope(ctx);
  const { id, at, actorLabel, action, entityType, entityId, requestId } = auditEntries;
  // A supervisor reads all lines, of most of them no values: the columns say so, not the policy.
  const reader = canSuperviseLedger.anywhere(ctx.actor) ? readAsSystem : read;
  const rows = await reader(ctx, (tx) =>
    tx.db
      .select({
        ...{ id, at, action, entityType, entityId, requestId },
        actor: actorLabel,
        organisation: organisations.shortName,
        before: sql<unknown>`case when ${values} then ${auditEntries.before} end`,
        after: sql<unknown>`case when ${values} then ${auditEntries.after} end`,
        reason: sql<string | null>`case when ${values} then ${auditEntries.reason} end`,
        withheld: sql<boolean>`not ${values}`,
      })
      .from(auditEntries)
      .leftJoin(organisations, eq(organisations.id, auditEntries.organisationId))
      .where(and(where, asked(filter)))
      .orderBy(desc(id))
      .limit(PAGE + 1),
  );
  const lines = rows.slice(0, PAGE);
  return { lines, older: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
}

/**
 * The kinds of action that occur, for the filter. In order of the alphabet.
 */
export async function listLedgerActions(ctx: Ctx): Promise<string[]> {
  const rows = await readAsSystem(ctx, (systemTx) =>
    systemTx.db
      .selectDistinct({ action: auditEntries.action })
      .from(auditEntries)
      .orderBy(auditEntries.action),
  );
  return rows.map((row) => row.action);
}
