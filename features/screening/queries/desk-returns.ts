import 'server-only';
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { accountPhone, accounts, people } from '@/db/schema/identity';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { returnVerdict, returnVisits } from '@/db/schema/screening';
import { canDecideScreening } from '@/features/bookings/policy';
import { returnVerdictOf } from '@/features/eligibility/rules/return-visit';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read, readOnRecord } from '@/lib/transaction';

const columns = {
  id: returnVisits.id,
  title: offerings.title,
  name: people.name,
  phoneTail: accounts.phoneTail,
  sealed: returnVisits.verdictSealed,
  createdAt: returnVisits.createdAt,
  decidedAt: returnVisits.decidedAt,
  version: returnVisits.version,
};

const rows = (tx: Ctx) =>
  tx.db
    .select({
      ...columns,
      accountId: accounts.id,
      phone: accounts.phoneSealed,
      personId: people.id,
      organiserId: returnVisits.organiserId,
    })
    .from(returnVisits)
    .innerJoin(offerings, eq(offerings.id, returnVisits.offeringId))
    .innerJoin(people, eq(people.id, returnVisits.personId))
    .innerJoin(accounts, eq(accounts.id, returnVisits.accountId));

type Row = Awaited<ReturnType<typeof rows>>[number];

const mine = (tx: Ctx) =>
  inScope(returnVisits.organiserId, canDecideScreening.organisationsOf(tx.actor));

const verdictOf = (row: Pick<Row, 'id' | 'sealed'>) =>
  row.sealed ? returnVerdictOf(openField(row.sealed, returnVerdict(row.id))) : null;

const lineOf = ({ id, title, name, phoneTail, sealed, createdAt }: Row) => ({
  id,
  title,
  attendee: maskName(name ?? ''),
  phoneTail,
  createdAt,
  status: verdictOf({ id, sealed })?.to ?? ('waiting' as const),
});

/** Who says that she was asked back: those that wait, oldest first, and the last answered ones. */
export async function listReturns(ctx: Ctx) {
  authorize(canDecideScreening.anywhere(ctx.actor));
  return read(ctx, async (tx) => {
    const waiting = await rows(tx)
      .where(and(mine(tx), isNull(returnVisits.decidedAt)))
      .orderBy(asc(returnVisits.createdAt))
      .limit(100);
    const answered = await rows(tx)
      .where(and(mine(tx), isNotNull(returnVisits.decidedAt)))
      .orderBy(desc(returnVisits.decidedAt))
      .limit(20);
    return { waiting: waiting.map(lineOf), answered: answered.map(lineOf), now: tx.now };
  });
}

export type ReturnLine = Awaited<ReturnType<typeof listReturns>>['waiting'][number];

/**
 * One of them with name and phone, and her earlier visits by day and hospital, which is all that the
 * portal knows; each opening is on record. Another officer's is NotFound.
 */
export async function openReturn(ctx: Ctx, id: string) {
  return readOnRecord(ctx, async (tx) => {
    const [row] = await rows(tx).where(and(mine(tx), eq(returnVisits.id, id)));
    if (!row) throw new NotFound('return_visit');
    const visits = await tx.db
      .select({ startsAt: offeringSessions.startsAt, place: offeringSessions.place })
      .from(bookings)
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .where(
        and(
          eq(bookings.personId, row.personId),
          eq(bookings.kind, 'screening'),
          eq(bookings.status, 'attended'),
        ),
      )
      .orderBy(desc(offeringSessions.startsAt))
      .limit(3);
    await recordAudit(tx, {
      action: 'view_return',
      entityType: 'return_visit',
      entityId: id,
      organisationId: row.organiserId,
    });
    return {
      ...lineOf(row),
      name: row.name ?? '',
      phone: openField(row.phone, accountPhone(row.accountId)),
      answer: verdictOf(row)?.answer ?? null,
      version: row.version,
      visits,
      now: tx.now,
    };
  });
}

export type OpenReturn = Awaited<ReturnType<typeof openReturn>>;
