import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { people, personDocument } from '@/db/schema/identity';
import { applicationDocument, memberships, occupations } from '@/db/schema/membership';
import { isOnTheBooks } from '@/features/members/queries/document-in-use';
import { formatMemberNumber, memberSeries } from '@/features/members/rules/numbers';
import { openMembership } from '@/features/members/steps/open-membership';
import { readName } from '@/lib/china/pinyin';
import { openField, sealField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { nextNumber } from '@/lib/running-number';
import { readSettings } from '@/lib/settings';
import { within } from '@/lib/transaction';
import { statusOnJoining } from '../rules/status-on-joining';
import { memberNumberArea, provisionalMembers } from '../settings';
import type { LockedApplication } from './lock-application';

/** What approving makes, and what an undo needs to know of the time before. */
export type NewMember = {
  readonly membershipId: string;
  readonly memberNo: string;
  /** The person had no document on record before, so an undo takes it off again. */
  readonly firstDocument: boolean;
  readonly unionBefore: string | null;
};

type Application = LockedApplication['application'];

/** The document moves to the person's own row, sealed anew: a seal holds only in its place. */
function documentOf(application: Application) {
  if (application.idSealed === null || application.name === null) {
    throw new Error('an application without its answers');
  }
  const number = openField(application.idSealed, applicationDocument(application.id));
  return {
    name: application.name,
    pinyin: application.pinyin,
    initials: readName(application.name).initials,
    nameGrams: application.nameGrams,
    idType: application.idType,
    idSealed: sealField(number, personDocument(application.personId)),
    idIndex: application.idIndex,
    idMasked: application.idMasked,
    sex: application.sex,
    birthOn: application.birthOn,
  };
}

async function occupationOf(tx: Ctx, application: Application) {
  const { occupationCode, occupationVersion } = application;
  if (occupationCode === null || occupationVersion === null) throw new Error('no occupation');
  const [flags] = await tx.db
    .select({ isNewForm: occupations.isNewForm, inEightGroups: occupations.inEightGroups })
    .from(occupations)
    .where(and(eq(occupations.code, occupationCode), eq(occupations.version, occupationVersion)));
  // Frozen here: a later dictionary must not change an old figure (domain.md §1.3).
  return {
    occupationCode,
    occupationVersion,
    isNewForm: flags?.isNewForm ?? false,
    inEightGroups: flags?.inEightGroups ?? false,
  };
}

/**
 * What approving makes of the applicant: one person, one 会籍, the next number. The person's row is locked
 * and stays so; it belongs to no union yet, so it is read as the system.
 * Refuses `duplicate_member`.
 * @returns refuses who is on the books already, whose document is another's or who is a member somewhere
 */
export async function planMember(
  tx: Ctx,
  { personId, idIndex }: Application,
): Promise<Result<NewMember, 'duplicate_member'>> {
  if (idIndex === null) throw new Error('an incomplete application');
  if (await isOnTheBooks(tx, { idIndex, personId })) return refuse('duplicate_member');
  const { memberNumberArea: area } = await readSettings(tx, { memberNumberArea });
  return within(tx, asSystem(tx), async (systemTx) => {
    const [person] = await systemTx.db
      .select({ idIndex: people.idIndex, unionId: people.unionId })
      .from(people)
      .where(eq(people.id, personId))
      .for('update');
    const active = await systemTx.db
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
    if (!person || active.length > 0) return refuse('duplicate_member');
    const year = Number(todayOn(tx.now).slice(0, 4));
    const memberNo = formatMemberNumber(area, year, await nextNumber(systemTx, memberSeries(year)));
    const firstDocument = person.idIndex === null;
    return ok({ membershipId: newId(), memberNo, firstDocument, unionBefore: person.unionId });
  });
}

/**
 * Makes the applicant the member that `planMember` has planned, from today on. The log line follows when
 * the decision can no longer be undone.
 */
export async function makeMember(
  tx: Ctx,
  application: Application,
  { membershipId, memberNo }: NewMember,
): Promise<void> {
  const { personId, organisationId } = application;
  if (organisationId === null) throw new Error('an application without a union');
  const occupation = await occupationOf(tx, application);
  const { asProvisional } = await readSettings(tx, { asProvisional: provisionalMembers });
  await within(tx, asSystem(tx), async (systemTx) => {
    await systemTx.db
      .update(people)
      .set({ ...documentOf(application), unionId: organisationId, updatedAt: tx.now })
      .where(eq(people.id, personId));
    await openMembership(systemTx, {
      id: membershipId,
      personId,
      organisationId,
      memberNo,
      status: statusOnJoining(application, asProvisional === 1),
      ...occupation,
      employerId: application.employerId,
      employerName: application.employerName,
      joinedOn: todayOn(tx.now),
    });
  });
}
