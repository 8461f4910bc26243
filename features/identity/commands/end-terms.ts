import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { roleGrants } from '@/db/schema/identity';
import { organisations } from '@/db/schema/organisations';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { notify } from '@/lib/messaging/outbox';
import { readSettings } from '@/lib/settings';
import { read, transaction } from '@/lib/transaction';
import { roleEnds, termOver } from '../messages';
import { roleLabels } from '../rules/role-labels';
import { termNoticeDays } from '../settings';

const columns = {
  id: roleGrants.id,
  accountId: roleGrants.accountId,
  role: roleGrants.role,
  endsOn: sql<string>`${roleGrants.endsOn}::text`,
  organisationId: roleGrants.organisationId,
  organisation: organisations.name,
};

const running = (tx: Ctx, until: string) =>
  tx.db
    .select(columns)
    .from(roleGrants)
    .innerJoin(organisations, eq(organisations.id, roleGrants.organisationId))
    .where(and(isNull(roleGrants.revokedAt), sql`${roleGrants.endsOn} <= ${until}::date`))
    .orderBy(roleGrants.id);

type Running = Awaited<ReturnType<typeof running>>[number];

async function takeBack(tx: Ctx, grant: Running): Promise<void> {
  const taken = await tx.db
    .update(roleGrants)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(roleGrants.id, grant.id), isNull(roleGrants.revokedAt)))
    .returning({ id: roleGrants.id });
  if (taken.length === 0) return;
  await recordAudit(tx, {
    action: 'end_role_term',
    entityType: 'account',
    entityId: grant.accountId,
    organisationId: grant.organisationId,
    before: { role: grant.role, organisation: grant.organisation, endsOn: grant.endsOn },
  });
  const notice = termOver(roleLabels[grant.role], grant.organisation, grant.endsOn);
  await notify(tx, { accountId: grant.accountId, ...notice, dedupeKey: `role:${grant.id}:over` });
}

/**
 * By the clock, soon after midnight: takes back the roles whose last day is over, and tells who holds one that
 * ends within the days of the setting, once for each last day. A role opens nothing after its last day also where
 * this has not run. Run it as the system.
 * @open only a job calls it, as the system
 */
export async function endTerms(ctx: Ctx): Promise<Swept> {
  const systemTx = asSystem(ctx);
  const { days } = await read(systemTx, (tx) => readSettings(tx, { days: termNoticeDays }));
  const found = await read(systemTx, (tx) => running(tx, addDays(todayOn(tx.now), days)));
  return sweep('end_terms', found, (grant) =>
    transaction(systemTx, async (tx) => {
      if (grant.endsOn < todayOn(tx.now)) return takeBack(tx, grant);
      const notice = roleEnds(roleLabels[grant.role], grant.organisation, grant.endsOn);
      const dedupeKey = `role:${grant.id}:ends:${grant.endsOn}`;
      await notify(tx, { accountId: grant.accountId, ...notice, dedupeKey });
    }),
  );
}
