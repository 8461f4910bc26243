import 'server-only';
import { clusterDecisions, registerEntries } from '@/db/schema/employer-register';
import { getFederation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { insertEmployer } from '@/features/organisations/steps/insert-employer';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canKeepRegister } from '../policy';
import { type Cluster, findCluster } from '../queries/clusters';
import type { DismissClusterInput, TakeClusterInput } from '../schema/cluster';

type Answered = { homeId: string; employerId: string | null };

/** The cluster as it is now, for who keeps the register of its 网上会员之家; null when it was answered. */
async function openCluster(tx: Ctx, input: TakeClusterInput): Promise<Cluster | null> {
  authorize(canKeepRegister(tx.actor, await organisationPath(tx, input.homeId)));
  return findCluster(tx, input);
}

async function answer(
  tx: Ctx,
  { homeId, employerId, name, members }: Cluster,
  said: { answer: 'taken' | 'dismissed'; reason?: string },
): Promise<void> {
  await tx.db.insert(clusterDecisions).values({
    ...{ id: newId(), homeId, employerId, members, ...said },
    employerName: employerId ? null : name,
    decidedBy: accountOf(tx.actor),
    decidedAt: tx.now,
  });
  await recordAudit(tx, {
    action: 'answer_cluster',
    entityType: 'organisation',
    entityId: homeId,
    organisationId: homeId,
    after: { name, members, answer: said.answer },
    ...(said.reason && { reason: said.reason }),
  });
}

/** Brings the employer into the register as found by its members; one that stands there stays as it is. */
async function enter(tx: Ctx, { employerId, entered, name, townId }: Cluster): Promise<string> {
  const id =
    employerId ??
    (await insertEmployer(tx, {
      ...{ name, townId, uscc: null, unionId: null, industry: null, staffCount: null },
      address: null,
    }));
  if (entered) return id;
  const placeId = townId ?? (await getFederation(tx)).id;
  await tx.db
    .insert(registerEntries)
    .values({
      ...{ employerId: id, placeId, source: 'cluster', origin: 'found' },
      enteredOn: todayOn(tx.now),
      responsibleId: accountOf(tx.actor),
      createdBy: accountOf(tx.actor),
    })
    .onConflictDoNothing();
  return id;
}

/**
 * Takes a cluster up: its employer comes into the register as 台账外, with the officer as responsible, so that
 * it may be visited and a union founded. Throws Forbidden for another's 网上会员之家.
 * Refuses `answered` when somebody was faster, or it has too few members by now.
 */
export const takeCluster = (
  ctx: Ctx,
  input: TakeClusterInput,
): Promise<Result<{ employerId: string }, 'answered'>> =>
  transaction(ctx, async (tx) => {
    const cluster = await openCluster(tx, input);
    if (!cluster) return refuse('answered');
    const employerId = await enter(tx, cluster);
    await answer(tx, cluster, { answer: 'taken' });
    return ok({ employerId });
  });

/**
 * Leaves a cluster alone, with a reason; it is proposed again once it has more members than now.
 * Throws Forbidden for another's 网上会员之家.
 * Refuses `answered` when somebody was faster, or it has too few members by now.
 */
export const dismissCluster = (
  ctx: Ctx,
  { reason, ...input }: DismissClusterInput,
): Promise<Result<Answered, 'answered'>> =>
  transaction(ctx, async (tx) => {
    const cluster = await openCluster(tx, input);
    if (!cluster) return refuse('answered');
    await answer(tx, cluster, { answer: 'dismissed', reason });
    return ok({ homeId: cluster.homeId, employerId: cluster.employerId });
  });
