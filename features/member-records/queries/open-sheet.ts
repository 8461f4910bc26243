import 'server-only';
import { and, asc, eq, ne } from 'drizzle-orm';
import { accountPhone, accounts, people } from '@/db/schema/identity';
import { membershipChanges, memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { occupationName } from '@/features/members/queries/occupations';
import { holdsOffice } from '@/features/offices/queries/holds-office';
import { organisationPath } from '@/features/organisations/queries/scope';
import { recordAudit } from '@/lib/audit';
import { identityDocumentTypes } from '@/lib/china/id/types';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import type { Paper } from '@/lib/documents/paper';
import { NotFound } from '@/lib/errors';
import { maskPhone } from '@/lib/format';
import { isUuid } from '@/lib/ids';
import { read, readOnRecord, within } from '@/lib/transaction';
import { canKeepRecords } from '../policy';
import { recordSheet, type SheetFacts } from '../rules/sheet';
import { readRecordAnswers } from './answers';
import { wordsOf } from './dictionary';

const columns = {
  accountId: people.accountId,
  unionId: people.unionId,
  name: people.name,
  sex: people.sex,
  birthOn: people.birthOn,
  idType: people.idType,
  idMasked: people.idMasked,
  phoneSealed: accounts.phoneSealed,
  memberNo: memberships.memberNo,
  employer: memberships.employerName,
  occupationCode: memberships.occupationCode,
  occupationVersion: memberships.occupationVersion,
  isNewForm: memberships.isNewForm,
  joinedOn: memberships.joinedOn,
  union: organisations.name,
};

const changesOf = (tx: Ctx, personId: string) =>
  tx.db
    .select({
      on: membershipChanges.on,
      type: membershipChanges.type,
      reason: membershipChanges.reason,
      union: organisations.shortName,
    })
    .from(membershipChanges)
    .innerJoin(organisations, eq(organisations.id, membershipChanges.organisationId))
    .where(eq(membershipChanges.personId, personId))
    .orderBy(asc(membershipChanges.on), asc(membershipChanges.createdAt));

/** One member's facts as the row policies show them; null without a 会籍. */
async function factsOf(tx: Ctx, personId: string) {
  const [row] = await tx.db
    .select(columns)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(accounts, eq(accounts.id, people.accountId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(people.id, personId), ne(memberships.status, 'left')));
  if (!row?.unionId) return null;
  const { unionId, accountId, phoneSealed, occupationCode, occupationVersion, ...shown } = row;
  const facts: SheetFacts = {
    ...shown,
    name: row.name ?? '',
    idType: identityDocumentTypes.find((type) => type === row.idType) ?? null,
    phoneMasked: maskPhone(openField(phoneSealed, accountPhone(accountId))),
    occupation: await occupationName(tx, occupationCode, occupationVersion),
    isCadre: await within(tx, asSystem(tx), (systemTx) => holdsOffice(systemTx, personId)),
    answers: await wordsOf(tx, await readRecordAnswers(tx, personId)),
    changes: await changesOf(tx, personId),
  };
  return { unionId, facts };
}

/** The signed-in member's own 会员登记表 as a sheet; null for who has no 会籍. */
export async function findMySheet(ctx: Ctx): Promise<Paper | null> {
  const { actor } = ctx;
  if (actor.kind !== 'account' || actor.personId === null) return null;
  const { personId } = actor;
  return read(ctx, async (tx) => {
    const found = await factsOf(tx, personId);
    return found && recordSheet(found.facts);
  });
}

/**
 * A member's 会员登记表 for the desk, with what is sensitive: that it was opened is a line of the ledger. Throws NotFound
 * for a person without a 会籍, outside the officer's unions, or for who may not.
 */
export async function openSheet(ctx: Ctx, personId: string): Promise<Paper> {
  if (!isUuid(personId)) throw new NotFound('person');
  return readOnRecord(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ unionId: people.unionId })
      .from(people)
      .where(eq(people.id, personId));
    const may = row?.unionId && canKeepRecords(tx.actor, await organisationPath(tx, row.unionId));
    const found = may ? await factsOf(tx, personId) : null;
    if (!found) throw new NotFound('person');
    await recordAudit(tx, {
      action: 'view_record_sheet',
      entityType: 'person',
      entityId: personId,
      organisationId: found.unionId,
    });
    return recordSheet(found.facts);
  });
}
