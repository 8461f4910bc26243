import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { followUps } from '@/db/schema/follow-ups';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read, readOnRecord } from '@/lib/transaction';
import type { FollowUpAnswer, FollowUpRound } from '../rules/follow-up';
import type { FollowUpFilter } from '../schema/follow-up';
import { followUpOpenDays } from '../settings';

const mine = (tx: Ctx) => eq(followUps.accountId, accountOf(tx.actor) ?? '');

/** One's own question with its course. Throws NotFound for another's, and for an id of none. */
export async function getMyFollowUp(ctx: Ctx, id: string) {
  if (!isUuid(id) || ctx.actor.kind !== 'account') throw new NotFound('follow-up');
  return read(ctx, async (tx) => {
    const { openDays } = await readSettings(tx, { openDays: followUpOpenDays });
    const [found] = await tx.db
      .select({
        id: followUps.id,
        bookingId: followUps.bookingId,
        months: followUps.months,
        askedAt: followUps.askedAt,
        answer: followUps.answer,
        title: offerings.title,
        organiserId: followUps.organiserId,
      })
      .from(followUps)
      .innerJoin(offerings, eq(offerings.id, followUps.offeringId))
      .where(and(eq(followUps.id, id), mine(tx)));
    if (!found) throw new NotFound('follow-up');
    return { ...found, openDays, now: tx.now };
  });
}

export type MyFollowUp = Awaited<ReturnType<typeof getMyFollowUp>>;

/** What one was asked about one's own booking, the first first. */
export async function listMyFollowUps(ctx: Ctx, bookingId: string) {
  return read(ctx, (tx) =>
    tx.db
      .select({ id: followUps.id, months: followUps.months, answer: followUps.answer })
      .from(followUps)
      .where(and(eq(followUps.bookingId, bookingId), mine(tx)))
      .orderBy(asc(followUps.round)),
  );
}

/**
 * How many of a course were asked and what they said, round by round; a course that the caller has from
 * `getDeskOffering`, so scope is decided. In order of the rounds; none before the first was asked.
 */
export async function countFollowUps(ctx: Ctx, offeringId: string): Promise<FollowUpRound[]> {
  const rows = await read(ctx, (tx) =>
    tx.db
      .select({
        round: followUps.round,
        months: sql<number>`max(${followUps.months})::int`,
        answer: followUps.answer,
        n: sql<number>`count(*)::int`,
      })
      .from(followUps)
      .where(eq(followUps.offeringId, offeringId))
      .groupBy(followUps.round, followUps.answer)
      .orderBy(asc(followUps.round)),
  );
  return [...new Set(rows.map(({ round }) => round))].map((round) => {
    const own = rows.filter((row) => row.round === round);
    const of = (answer: FollowUpAnswer | null) => own.find((row) => row.answer === answer)?.n ?? 0;
    return {
      round,
      months: Math.max(...own.map(({ months }) => months)),
      asked: own.reduce((sum, { n }) => sum + n, 0),
      by: {
        employed: of('employed'),
        self_employed: of('self_employed'),
        unemployed: of('unemployed'),
        none: of(null),
      },
    };
  });
}

const pageSize = 50;

/**
 * Who stands behind one of these numbers, names masked; each look is on record. Who it was so long ago that it
 * is forgotten is not among them. The newest session first, then by booking number. The caller has the course from
 * `getDeskOffering`, so scope is decided.
 */
export async function listFollowUps(
  ctx: Ctx,
  offering: { readonly id: string; readonly organisationId: string },
  { round, answer, page }: FollowUpFilter,
) {
  return readOnRecord(ctx, async (tx) => {
    const { bookingId, offeringId, answer: said } = followUps;
    const which = answer === 'none' ? isNull(said) : answer && eq(said, answer);
    const where = and(eq(offeringId, offering.id), eq(followUps.round, round), which);
    const rows = await tx.db
      .select({
        id: followUps.id,
        number: bookings.number,
        attendee: bookings.attendeeMasked,
        phoneTail: bookings.phoneTail,
        session: offeringSessions.title,
        answer: said,
        answeredAt: followUps.answeredAt,
        total: sql<number>`(count(*) over ())::int`,
      })
      .from(followUps)
      .innerJoin(bookings, eq(bookings.id, bookingId))
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .where(where)
      .orderBy(sql`${offeringSessions.startsAt} desc`, asc(bookings.number))
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    await recordAudit(tx, {
      action: 'view_follow_ups',
      entityType: 'offering',
      entityId: offering.id,
      organisationId: offering.organisationId,
      after: { round, answer: answer ?? 'all' },
    });
    const total = rows[0]?.total ?? 0;
    return { rows, total, pages: Math.ceil(total / pageSize), now: tx.now };
  });
}

export type FollowUpRows = Awaited<ReturnType<typeof listFollowUps>>;
