import 'server-only';
import { sql } from 'drizzle-orm';
import { type AccountActor, accountOf, type Grant } from '@/lib/actor';
import type { Ctx } from './ctx';

export interface AuditEntry {
  /** verb-noun in the product's words, e.g. `approve_application`, `view_id_number`. */
  readonly action: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly organisationId?: string | null | undefined;
  /** Masked values only: an erased person must not live on here (security.md §1.6). */
  readonly before?: Record<string, unknown> | undefined;
  readonly after?: Record<string, unknown> | undefined;
  readonly reason?: string | undefined;
}

const json = (value: Record<string, unknown> | undefined) =>
  value === undefined ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`;

/**
 * 莫振华（代谢永福）: where a role that is only lent could have been used, the ledger names who lent it, rather once
 * too often than not at all.
 */
function actorLabel(actor: AccountActor, organisationId: string | null | undefined) {
  const lent = actor.grants.filter(({ actsFor }) => actsFor);
  if (lent.length === 0 || !organisationId) return sql`${actor.displayName}`;
  const own = actor.grants.filter(({ actsFor }) => !actsFor);
  const covering = (grants: readonly Grant[]) => sql`
    (select g.role, g."actsFor" from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb)
        as g(role text, "organisationId" uuid, "actsFor" text)
      join organisation_closure c on c.ancestor_id = g."organisationId"
        and c.descendant_id = ${organisationId}::uuid)`;
  return sql`${actor.displayName}::text || coalesce((
    select '（代' || string_agg(distinct l."actsFor", '、') || '）' from ${covering(lent)} l
    where not exists (select 1 from ${covering(own)} o where o.role = l.role)), '')`;
}

/**
 * Writes one line of the ledger in the caller's transaction: who did or saw what.
 * The database chains it to the line before (网络安全法 21, GB/T 22239); nobody can change or remove it.
 */
export async function recordAudit(tx: Ctx, entry: AuditEntry): Promise<void> {
  const { actor } = tx;
  const account = accountOf(actor);
  const label =
    actor.kind === 'account'
      ? actorLabel(actor, entry.organisationId)
      : sql`${actor.kind === 'system' ? actor.label : '访客'}`;
  await tx.db.execute(sql`select append_audit(
    ${account}::uuid, ${label}, ${entry.action}, ${entry.entityType}, ${entry.entityId},
    ${entry.organisationId ?? null}::uuid, ${json(entry.before)}, ${json(entry.after)},
    ${entry.reason ?? null}, ${tx.requestId})`);
}
