import 'server-only';
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import { unitListRows, unitLists } from '@/db/schema/unit-lists';
import { findBookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { joinAddress } from '@/features/organisations/rules/join-address';
import { system } from '@/lib/actor';
import { phoneIndex } from '@/lib/crypto/indexes';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { configuredOrigin } from '@/lib/http/configured-origin';
import { notify, sendSms } from '@/lib/messaging/outbox';
import { transaction } from '@/lib/transaction';
import { namedNotice, namedWaitingNotice, unitInvitation } from '../messages';
import type { EvaluatedRow, Fit } from '../queries/evaluate-unit-rows';
import type { UnitListRow } from '../steps/lock-unit-list';

/** Whether a line may still have a place, as it was evaluated; narrows its type. */
export const hasFit = (one: EvaluatedRow): one is EvaluatedRow & { fit: Fit } => one.fit !== null;

/**
 * Texts those whom the union named but who are not its members: how to join it. Once per person, union
 * and offering, however many lists name them.
 */
export async function inviteStrangers(
  tx: Ctx,
  list: UnitListRow,
  evaluated: readonly EvaluatedRow[],
): Promise<void> {
  const strangers = evaluated.filter((one) => one.outcome === 'invited');
  if (strangers.length === 0) return;
  const union = await findOrganisation(tx, list.organisationId);
  if (!union) return;
  const link = union.joinCode ? joinAddress(configuredOrigin() ?? '', union.joinCode) : '';
  for (const { row } of strangers) {
    await sendSms(tx, {
      phone: row.phone,
      ...unitInvitation(union.shortName, link),
      dedupeKey: `unit_invite:${list.organisationId}:${list.offeringId}:${phoneIndex(row.phone)}`,
      urgent: false,
    });
  }
}

const AT_ONCE = 200;

async function announceSome(tx: Ctx, listId: string, after: number): Promise<number | null> {
  const [list] = await tx.db.select().from(unitLists).where(eq(unitLists.id, listId));
  if (list?.status !== 'submitted') return null;
  const union = await findOrganisation(tx, list.organisationId);
  const rows = await tx.db
    .select({ rowNo: unitListRows.rowNo, bookingId: unitListRows.bookingId })
    .from(unitListRows)
    .where(
      and(
        eq(unitListRows.listId, listId),
        gt(unitListRows.rowNo, after),
        isNotNull(unitListRows.bookingId),
      ),
    )
    .orderBy(asc(unitListRows.rowNo))
    .limit(AT_ONCE);
  for (const { bookingId } of rows) {
    const booking = bookingId ? await findBookingRow(tx, bookingId) : null;
    if (booking?.version !== 1) continue;
    const facts = noticeFacts(booking, 1);
    const by = union?.shortName ?? '所属工会';
    const words =
      booking.offerExpiresAt === null
        ? namedWaitingNotice(facts, by)
        : namedNotice(facts, { by, until: booking.offerExpiresAt, now: tx.now });
    await notify(tx, { accountId: booking.accountId, ...words });
  }
  return rows.length < AT_ONCE ? null : (rows.at(-1)?.rowNo ?? null);
}

/**
 * Tells everyone whom a list named, after the places are safe: some hundreds a transaction, so that no
 * capacity row is held while messages are written. Run again it tells nobody twice, and whoever has
 * answered meanwhile is left in peace.
 * @open a job of the system
 * @unaudited the hand-in is on record; a notice changes nothing
 */
export async function announceUnitList(listId: string): Promise<void> {
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = await transaction(makeCtx(system()), (tx) => announceSome(tx, listId, from));
  }
}
