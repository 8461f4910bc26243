import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { secondments } from '@/db/schema/secondments';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { lockMembership } from '@/features/members/steps/lock-membership';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { listDeskOfficers } from '@/features/review/queries/desk-officers';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify, notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { bySystem, transaction } from '@/lib/transaction';
import { hostNotice, secondedNotice } from '../messages';
import { refuseSecondment, type SecondmentRefusal } from '../rules/secondment';
import type { EnterSecondmentInput } from '../schema';
import { secondmentMonths } from '../settings';
import { endWithMembership } from '../steps/end-with-membership';

async function findMember(tx: Ctx, personId: string) {
  const [member] = await tx.db
    .select({
      membershipId: memberships.id,
      organisationId: memberships.organisationId,
      since: sql<string>`coalesce(${memberships.movedInOn}, ${memberships.joinedOn})::text`,
      accountId: people.accountId,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
  if (!member || tx.actor.kind !== 'account') throw new NotFound('person');
  authorize(canReviewApplication(tx.actor, await organisationPath(tx, member.organisationId)));
  // Who left meanwhile, or moved on, is found as what they are now.
  if (!(await lockMembership(tx, member.membershipId))) throw new NotFound('person');
  return { ...member, by: tx.actor.accountId };
}

async function lastDayOf(tx: Ctx, startsOn: string, months: number): Promise<string> {
  const [row] = await tx.db.execute<{ day: string }>(
    sql`select (${startsOn}::date + make_interval(months => ${months}::int))::date::text as day`,
  );
  return row?.day ?? startsOn;
}

type Refusals = SecondmentRefusal | 'own_case' | 'overlaps';

/**
 * The home union enters that a member works elsewhere for some time (借调), at a union of the federation or a unit
 * outside: the 会籍, and with it every figure, stays. The member and the officers of the host are told. Never one's
 * own (回避). Throws NotFound for who is no member within the officer's reach. Source: domain.md §1.5.
 * Refuses `own_case`; `overlaps` another of the same person; further those of `refuseSecondment`.
 */
export async function enterSecondment(
  ctx: Ctx,
  input: EnterSecondmentInput,
): Promise<Result<{ personId: string }, Refusals>> {
  try {
    return await transaction(ctx, async (tx): Promise<Result<{ personId: string }, Refusals>> => {
      const { personId, hostId, hostName, startsOn, endsOn, reason } = input;
      const { by, accountId, since, ...link } = await findMember(tx, personId);
      if (await isOwnCase(tx, { accountId })) return refuse('own_case');
      const { months } = await readSettings(tx, { months: secondmentMonths });
      const host = hostId === null ? null : await getOrganisation(tx, hostId);
      const why = refuseSecondment(input, {
        ...{ organisationId: link.organisationId, since },
        ...{ latest: await lastDayOf(tx, startsOn, months), hostClosed: host?.closedAt != null },
      });
      if (why) return refuse(why, { detail: { months } });
      const id = newId();
      const union = (await getOrganisation(tx, link.organisationId)).shortName;
      const about = { id, union, host: host?.shortName ?? hostName ?? '', startsOn, endsOn };
      await bySystem(tx, async (systemTx) => {
        await endWithMembership(systemTx, personId);
        await systemTx.db.insert(secondments).values({
          ...{ id, personId, ...link, hostId, hostName, startsOn, endsOn, reason },
          ...{ enteredBy: by, createdAt: tx.now },
        });
        await notify(systemTx, { accountId, ...secondedNotice(about) });
        if (hostId !== null)
          await notifyEach(systemTx, await listDeskOfficers(systemTx, hostId), hostNotice(about));
      });
      await recordAudit(tx, {
        action: 'enter_secondment',
        entityType: 'secondment',
        entityId: id,
        organisationId: link.organisationId,
        after: { host: about.host, startsOn, endsOn },
      });
      return ok({ personId });
    });
  } catch (error) {
    if (violates(error, 'secondments_no_overlap')) return refuse('overlaps');
    throw error;
  }
}
