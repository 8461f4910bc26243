import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { classStaff } from '@/db/schema/childcare';
import { accounts } from '@/db/schema/identity';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { canManageChildcare } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { type Assignment, canLookAfterChildren, canRunClass } from '../policy';
import { classRoleLabels, type GapKind, type ReadinessGap } from '../rules/readiness';

const columns = {
  sessionId: offeringSessions.id,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  place: offeringSessions.place,
  details: offeringSessions.details,
  cancelledAt: offeringSessions.cancelledAt,
  offeringId: offerings.id,
  title: offerings.title,
  organiserId: offerings.organisationId,
  organiser: organisations.shortName,
};

/**
 * A class with its hours and its organiser, whoever asks; null for a session that is no 托管班. The
 * caller decides who may.
 */
export async function findClass(tx: Ctx, sessionId: string) {
  const [row] = await tx.db
    .select(columns)
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .innerJoin(organisations, eq(organisations.id, offerings.organisationId))
    .where(and(eq(offeringSessions.id, sessionId), eq(offerings.kind, 'childcare')));
  return row ?? null;
}

export type ClassFacts = NonNullable<Awaited<ReturnType<typeof findClass>>>;
/** Where a class stands on the desk. */
export type ClassPlace = Pick<ClassFacts, 'sessionId' | 'offeringId'>;

/** The signed-in person's own line among the staff of a class, found by the phone they signed in with. */
async function assignmentOf(tx: Ctx, sessionId: string, accountId: string) {
  const [row] = await tx.db
    .select({ role: classStaff.role, checkValidUntil: classStaff.checkValidUntil })
    .from(classStaff)
    .innerJoin(accounts, eq(accounts.phoneIndex, classStaff.phoneIndex))
    .where(
      and(
        eq(classStaff.sessionId, sessionId),
        eq(accounts.id, accountId),
        isNull(classStaff.removedAt),
        isNull(accounts.disabledAt),
      ),
    );
  return row ?? null;
}

/** A class, in which function the actor runs it, and what the policy asks. */
export type RunClass = ClassFacts & {
  readonly role: string;
  readonly path: readonly string[];
  readonly assignment: Assignment | null;
};

/** Whether the actor may run the class that `enterClass` found, for `authorize`. */
export const mayRun = (tx: Ctx, { path, assignment }: RunClass): boolean =>
  canRunClass(tx.actor, path, assignment, todayOn(tx.now));

/** Whether the actor may take its children over and open their records, for `authorize`. */
export const mayLookAfter = (tx: Ctx, { assignment }: Pick<RunClass, 'assignment'>): boolean =>
  canLookAfterChildren(assignment, todayOn(tx.now));

/**
 * The class, for who may run it: assigned staff with a check that counts today, until the day after
 * the last one, or the organiser's deciding officers. For everyone else it does not exist. Throws NotFound
 * then.
 */
export async function enterClass(tx: Ctx, sessionId: string): Promise<RunClass> {
  const { actor } = tx;
  if (!isUuid(sessionId) || actor.kind !== 'account') throw new NotFound('class');
  const found = await findClass(tx, sessionId);
  if (!found) throw new NotFound('class');
  const path = await organisationPath(tx, found.organiserId);
  const isOver = tx.now.getTime() > found.endsAt.getTime() + 86_400_000;
  const mine = isOver ? null : await assignmentOf(tx, sessionId, actor.accountId);
  const role = mine ? classRoleLabels[mine.role] : found.organiser;
  const entered = { ...found, role, path, assignment: mine };
  if (!mayRun(tx, entered)) throw new NotFound('class');
  return entered;
}

/**
 * The class, for the officers who manage the offering; for everyone else it does not exist. Throws NotFound
 * then.
 */
export async function manageClass(tx: Ctx, sessionId: string): Promise<ClassFacts> {
  if (!isUuid(sessionId)) throw new NotFound('class');
  const found = await findClass(tx, sessionId);
  const path = found ? await organisationPath(tx, found.organiserId) : [];
  if (!found || !canManageChildcare(tx.actor, path)) throw new NotFound('class');
  return found;
}

/**
 * One of a class's staff with the class, for the officers who manage it; locked, so that two do not write
 * at once. Throws NotFound for who was taken off it, and for a class that is not the officer's.
 */
export async function lockStaff(tx: Ctx, staffId: string) {
  const [row] = await tx.db
    .select()
    .from(classStaff)
    .where(and(eq(classStaff.id, staffId), isNull(classStaff.removedAt)))
    .for('update');
  if (!row) throw new NotFound('class staff');
  return { staff: row, facts: await manageClass(tx, row.sessionId) };
}

/**
 * What keeps a class from opening on a day, as the database itself judges it. In no set order.
 */
export async function listGaps(tx: Ctx, sessionId: string, on: string): Promise<ReadinessGap[]> {
  const rows = await tx.db.execute<{ gap: GapKind; staff_id: string | null }>(
    sql`select gap, staff_id from class_gaps(${sessionId}::uuid, ${on}::date)`,
  );
  return rows.map((row) => ({ gap: row.gap, staffId: row.staff_id }));
}
