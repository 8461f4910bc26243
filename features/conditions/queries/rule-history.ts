import 'server-only';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { offeringRuleVersions, ruleSets, sessionRuleVersions } from '@/db/schema/rules';
import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { offeringRules } from '@/features/offerings/schema/offering';
import { sessionRules } from '@/features/offerings/schema/session-rules';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/** 条件的历史: every version with who, when and why, the newest first. */
export async function listRuleVersions(ctx: Ctx, { id }: Pick<DeskOffering, 'id'>) {
  const rows = await read(ctx, (tx) =>
    tx.db
      .select({
        version: offeringRuleVersions.version,
        rules: offeringRuleVersions.rules,
        at: offeringRuleVersions.changedAt,
        by: accounts.displayName,
        reason: offeringRuleVersions.reason,
        unfitHeld: offeringRuleVersions.unfitHeld,
        unfitWaiting: offeringRuleVersions.unfitWaiting,
      })
      .from(offeringRuleVersions)
      .leftJoin(accounts, eq(accounts.id, offeringRuleVersions.changedBy))
      .where(eq(offeringRuleVersions.offeringId, id))
      .orderBy(desc(offeringRuleVersions.version))
      .limit(100),
  );
  return rows.map((row) => ({ ...row, rules: offeringRules.parse(row.rules) }));
}
/** 一场另加的条件的历史: every version with who, when and why, the newest first; none while it never had any. */
export async function listSessionRuleVersions(ctx: Ctx, sessionId: string): Promise<RuleVersion[]> {
  const rows = await read(ctx, (tx) =>
    tx.db
      .select({
        version: sessionRuleVersions.version,
        rules: sessionRuleVersions.rules,
        at: sessionRuleVersions.changedAt,
        by: accounts.displayName,
        reason: sessionRuleVersions.reason,
        unfitHeld: sessionRuleVersions.unfitHeld,
        unfitWaiting: sessionRuleVersions.unfitWaiting,
      })
      .from(sessionRuleVersions)
      .leftJoin(accounts, eq(accounts.id, sessionRuleVersions.changedBy))
      .where(eq(sessionRuleVersions.sessionId, sessionId))
      .orderBy(desc(sessionRuleVersions.version))
      .limit(100),
  );
  return rows.map((row) => ({ ...row, rules: sessionRules(row.rules) }));
}

export type RuleVersion = Awaited<ReturnType<typeof listRuleVersions>>[number];

/**
 * 常用条件 of this kind, kept by the organiser or by a union above it. In order of their titles.
 */
export async function listRuleSets(
  ctx: Ctx,
  { kind, organisationId }: Pick<DeskOffering, 'kind' | 'organisationId'>,
) {
  return read(ctx, async (tx) => {
    const path = await organisationPath(tx, organisationId);
    const rows = await tx.db
      .select({
        id: ruleSets.id,
        title: ruleSets.title,
        rules: ruleSets.rules,
        keeper: organisations.shortName,
        own: eq(ruleSets.organisationId, organisationId),
      })
      .from(ruleSets)
      .innerJoin(organisations, eq(organisations.id, ruleSets.organisationId))
      .where(
        and(
          eq(ruleSets.kind, kind),
          inArray(ruleSets.organisationId, path),
          isNull(ruleSets.removedAt),
        ),
      )
      .orderBy(asc(ruleSets.title));
    return rows.map((row) => ({
      ...row,
      own: Boolean(row.own),
      rules: offeringRules.parse(row.rules),
    }));
  });
}
export type RuleSet = Awaited<ReturnType<typeof listRuleSets>>[number];
