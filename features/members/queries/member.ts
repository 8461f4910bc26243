import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { accountPhone, accounts, people } from '@/db/schema/identity';
import {
  membershipApplications,
  membershipChanges,
  memberships,
  occupations,
} from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { breadcrumbs } from '@/features/organisations/queries/organisations';
import { inScope, organisationPath } from '@/features/organisations/queries/scope';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { maskPhone } from '@/lib/format';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { canReviewApplication, canSeeMembers } from '../policy';

const columns = {
  personId: people.id,
  membershipId: memberships.id,
  organisationId: memberships.organisationId,
  accountId: people.accountId,
  name: people.name,
  sex: people.sex,
  birthOn: people.birthOn,
  idMasked: people.idMasked,
  phoneSealed: accounts.phoneSealed,
  memberNo: memberships.memberNo,
  status: memberships.status,
  occupation: occupations.name,
  isNewForm: memberships.isNewForm,
  employerName: memberships.employerName,
  joinedOn: memberships.joinedOn,
  endedOn: memberships.endedOn,
};

/**
 * One member as the desk reads them: numbers masked, 会籍变化, and the applications behind it. Throws NotFound
 * outside the officer's unions.
 */
export async function getMember(ctx: Ctx, personId: string) {
  if (!isUuid(personId)) throw new NotFound('person');
  const granted = canSeeMembers.organisationsOf(ctx.actor);
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select(columns)
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .innerJoin(accounts, eq(accounts.id, people.accountId))
      .leftJoin(
        occupations,
        and(
          eq(occupations.code, memberships.occupationCode),
          eq(occupations.version, memberships.occupationVersion),
        ),
      )
      .where(and(eq(people.id, personId), inScope(memberships.organisationId, granted)))
      .orderBy(sql`${memberships.status} = 'left'`, desc(memberships.endedOn))
      .limit(1);
    if (!row) throw new NotFound('person');
    const found = await tx.db
      .select({
        on: membershipChanges.on,
        type: membershipChanges.type,
        reason: membershipChanges.reason,
        note: membershipChanges.note,
        createdAt: membershipChanges.createdAt,
        union: organisations.shortName,
      })
      .from(membershipChanges)
      .innerJoin(organisations, eq(organisations.id, membershipChanges.organisationId))
      .where(eq(membershipChanges.personId, personId))
      .orderBy(asc(membershipChanges.on), asc(membershipChanges.createdAt));
    const changes = found.map(({ createdAt, ...change }) => ({
      ...change,
      recordedOn: todayOn(createdAt),
    }));
    const applications = await tx.db
      .select({ id: membershipApplications.id, number: membershipApplications.number })
      .from(membershipApplications)
      .where(
        and(
          eq(membershipApplications.personId, personId),
          eq(membershipApplications.status, 'approved'),
        ),
      );
    const { phoneSealed, accountId, ...shown } = row;
    const path = await organisationPath(tx, row.organisationId);
    return {
      ...shown,
      phoneMasked: maskPhone(openField(phoneSealed, accountPhone(accountId))),
      /** Whoever only reads the list does not see whole numbers. */
      mayReveal: canReviewApplication(tx.actor, path),
      trail: await breadcrumbs(tx, row.organisationId),
      changes,
      applications,
    };
  });
}

export type Member = Awaited<ReturnType<typeof getMember>>;
