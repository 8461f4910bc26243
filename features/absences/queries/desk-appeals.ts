import 'server-only';
import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { absenceExcuses, excuseReason } from '@/db/schema/absences';
import { bookings } from '@/db/schema/bookings';
import { offeringKinds } from '@/db/schema/enums';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { canDecideBookings } from '@/features/bookings/policy';
import { findNoShowStatus } from '@/features/eligibility/queries/no-shows';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Actor } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read, readOnRecord } from '@/lib/transaction';

/** Kind by kind, so that a screening's appeals reach its own officer only. */
function decidable(actor: Actor): SQL | undefined {
  const scopes = offeringKinds
    .filter((kind) => canDecideBookings[kind].anywhere(actor))
    .map((kind) =>
      and(
        eq(absenceExcuses.kind, kind),
        inScope(absenceExcuses.organiserId, canDecideBookings[kind].organisationsOf(actor)),
      ),
    );
  return scopes.length > 0 ? or(...scopes) : sql`false`;
}

const columns = {
  bookingId: bookings.id,
  number: bookings.number,
  attendee: bookings.attendeeMasked,
  kind: bookings.kind,
  accountId: bookings.accountId,
  title: offerings.title,
  session: offeringSessions.title,
  startsAt: offeringSessions.startsAt,
  endsAt: offeringSessions.endsAt,
  details: offeringSessions.details,
  status: absenceExcuses.status,
  answer: absenceExcuses.answer,
  createdAt: absenceExcuses.createdAt,
  decidedAt: absenceExcuses.decidedAt,
  version: absenceExcuses.version,
};

const rows = (tx: Ctx) =>
  tx.db
    .select(columns)
    .from(absenceExcuses)
    .innerJoin(bookings, eq(bookings.id, absenceExcuses.bookingId))
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId));

/** Whether this officer answers appeals anywhere; for the menu and the page. */
export const answersAppeals = (actor: Actor): boolean =>
  Object.values(canDecideBookings).some((permission) => permission.anywhere(actor));

/** Appeals of the officer's offerings: those that wait, oldest first, and the last answered ones. */
export async function listAppeals(ctx: Ctx) {
  authorize(answersAppeals(ctx.actor));
  return read(ctx, async (tx) => ({
    waiting: await rows(tx)
      .where(and(decidable(tx.actor), eq(absenceExcuses.status, 'waiting')))
      .orderBy(asc(absenceExcuses.createdAt))
      .limit(100),
    answered: await rows(tx)
      .where(and(decidable(tx.actor), inArray(absenceExcuses.status, ['accepted', 'refused'])))
      .orderBy(desc(absenceExcuses.decidedAt))
      .limit(20),
    now: tx.now,
  }));
}

export type AppealLine = Awaited<ReturnType<typeof listAppeals>>['waiting'][number];

/** One appeal with the person's words and standing; each opening is on record. Else NotFound. */
export async function openAppeal(ctx: Ctx, bookingId: string) {
  return readOnRecord(ctx, async (tx) => {
    const [line] = await rows(tx).where(and(decidable(tx.actor), eq(bookings.id, bookingId)));
    if (!line) throw new NotFound('appeal');
    const [more] = await tx.db
      .select({
        sealed: absenceExcuses.reasonSealed,
        organiserId: absenceExcuses.organiserId,
        attendeeId: bookings.attendeeId,
        rules: offerings.rules,
      })
      .from(absenceExcuses)
      .innerJoin(bookings, eq(bookings.id, absenceExcuses.bookingId))
      .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
      .where(eq(absenceExcuses.bookingId, bookingId));
    if (!more) throw new NotFound('appeal');
    await recordAudit(tx, {
      action: 'view_appeal',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: more.organiserId,
    });
    const who = { attendeeId: more.attendeeId, kind: line.kind };
    return {
      ...line,
      reason: more.sealed ? openField(more.sealed, excuseReason(bookingId)) : '',
      noShowStatus: await findNoShowStatus(tx, who, more.rules),
      now: tx.now,
    };
  });
}

export type OpenAppeal = Awaited<ReturnType<typeof openAppeal>>;
