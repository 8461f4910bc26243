import 'server-only';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { membershipApplications as applications, memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { occupationName } from '@/features/members/queries/occupations';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { isEditable, openApplicationStatuses } from '../rules/transitions';

const unions = alias(organisations, 'unions');
const towns = alias(organisations, 'towns');

const facts = {
  id: applications.id,
  number: applications.number,
  status: applications.status,
  version: applications.version,
  personId: applications.personId,
  name: applications.name,
  phoneTail: applications.phoneTail,
  idType: applications.idType,
  idIndex: applications.idIndex,
  idMasked: applications.idMasked,
  sex: applications.sex,
  birthOn: applications.birthOn,
  occupationCode: applications.occupationCode,
  occupationVersion: applications.occupationVersion,
  route: applications.route,
  organisationId: applications.organisationId,
  unionName: unions.shortName,
  employerName: applications.employerName,
  townId: applications.townId,
  townName: towns.shortName,
  sentBackFields: applications.sentBackFields,
  /** What the union wrote when it sent the application back. */
  reason: applications.reason,
  updatedAt: applications.updatedAt,
};

const openOnes = (tx: Ctx, accountId: string) =>
  tx.db
    .select(facts)
    .from(applications)
    .leftJoin(unions, eq(unions.id, applications.organisationId))
    .leftJoin(towns, eq(towns.id, applications.townId))
    .where(
      and(
        eq(applications.accountId, accountId),
        inArray(applications.status, [...openApplicationStatuses]),
      ),
    );

type Row = Awaited<ReturnType<typeof openOnes>>[number];

/** What the question pages show; the number's index and other inner columns stay behind. */
export type JoinForm = Omit<Row, 'idIndex' | 'personId' | 'occupationVersion'> & {
  occupationName: string | null;
};

export type Joining =
  | { readonly kind: 'filling'; readonly form: JoinForm | null }
  | { readonly kind: 'submitted'; readonly id: string; readonly number: string | null }
  | { readonly kind: 'member' };

async function formOf(tx: Ctx, row: Row): Promise<JoinForm> {
  const { idIndex: _index, personId: _person, occupationVersion, ...shown } = row;
  return {
    ...shown,
    occupationName: await occupationName(tx, row.occupationCode, occupationVersion),
  };
}

/**
 * Where the signed-in worker stands with joining: filling in (perhaps nothing yet), waiting for the
 * union, or a member already. Every page of the flow asks this first, so that old pages say 已提交.
 */
export async function getJoining(ctx: Ctx): Promise<Joining> {
  return read(ctx, async (tx): Promise<Joining> => {
    authorize(tx.actor.kind === 'account');
    const [row] = await openOnes(tx, tx.actor.accountId);
    if (row && isEditable(row.status)) return { kind: 'filling', form: await formOf(tx, row) };
    if (row) return { kind: 'submitted', id: row.id, number: row.number };
    if (tx.actor.personId === null) return { kind: 'filling', form: null };
    const [member] = await tx.db
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.personId, tx.actor.personId), ne(memberships.status, 'left')));
    return member ? { kind: 'member' } : { kind: 'filling', form: null };
  });
}
