import 'server-only';
import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { accounts, people } from '@/db/schema/identity';
import { membershipApplications as applications, memberships } from '@/db/schema/membership';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { isEditable, openApplicationStatuses } from '../rules/transitions';
import { reusableAnswers } from './reuse-answers';

export type Application = typeof applications.$inferSelect;

/** The account's own application that is not finished yet, its row locked; else null. */
export async function lockOpenApplication(tx: Ctx, accountId: string): Promise<Application | null> {
  const [row] = await tx.db
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.accountId, accountId),
        inArray(applications.status, [...openApplicationStatuses]),
      ),
    )
    .for('update');
  return row ?? null;
}

/** One of the account's own applications, its row locked, or NotFound. */
export async function lockOwnApplication(
  tx: Ctx,
  accountId: string,
  id: string,
): Promise<Application> {
  const [row] = await tx.db
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), eq(applications.accountId, accountId)))
    .for('update');
  if (!row) throw new NotFound('application');
  return row;
}

/** The human behind the account, made at the first answer if signing in has not made it. */
async function ensurePerson(tx: Ctx, accountId: string): Promise<string> {
  await tx.db.insert(people).values({ id: newId(), accountId }).onConflictDoNothing();
  const [person] = await tx.db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.accountId, accountId));
  if (!person) throw new NotFound('person');
  return person.id;
}

async function isMember(tx: Ctx, personId: string): Promise<boolean> {
  const rows = await tx.db
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
  return rows.length > 0;
}

async function startDraft(tx: Ctx, accountId: string, personId: string): Promise<void> {
  const [account] = await tx.db
    .select({ phoneTail: accounts.phoneTail })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const [previous] = await tx.db
    .select()
    .from(applications)
    .where(eq(applications.accountId, accountId))
    .orderBy(desc(applications.createdAt), desc(applications.id))
    .limit(1);
  const id = newId();
  await tx.db
    .insert(applications)
    .values({
      id,
      accountId,
      personId,
      channel: 'web',
      phoneTail: account?.phoneTail ?? '',
      ...(previous && reusableAnswers(previous, id)),
    })
    // Two tabs may both start: the unique index lets one through, the other finds it below.
    .onConflictDoNothing();
}

/**
 * The application the account may write to now, locked: its draft or the one sent back, else a new
 * draft that begins with the answers of an earlier one (never ask twice, WCAG 3.3.7). Throws NotFound when
 * the draft just made is not to be read.
 * Refuses `already_member`; `already_submitted` while it lies with the union.
 * @returns or why nothing can be written: it lies with the union, or the person is a member already
 */
export async function openApplication(
  tx: Ctx,
  accountId: string,
): Promise<Result<Application, 'already_submitted' | 'already_member'>> {
  let application = await lockOpenApplication(tx, accountId);
  if (!application) {
    const personId = await ensurePerson(tx, accountId);
    if (await isMember(tx, personId)) return refuse('already_member');
    await startDraft(tx, accountId, personId);
    application = await lockOpenApplication(tx, accountId);
  }
  if (!application) throw new NotFound('application');
  return isEditable(application.status) ? ok(application) : refuse('already_submitted');
}
