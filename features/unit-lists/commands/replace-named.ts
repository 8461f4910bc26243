import 'server-only';
import { and, eq } from 'drizzle-orm';
import { unitListRows, unitLists } from '@/db/schema/unit-lists';
import { findBookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { type BookingStatus, openBookingStatuses } from '@/features/bookings/rules/booking';
import { bookingNoticeKey } from '@/features/bookings/rules/booking-notice';
import {
  type ConstraintRefusal,
  mapConstraintErrors,
} from '@/features/bookings/steps/map-constraint-errors';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { groupsOf } from '@/features/places/rules/criteria';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { notify, recallMessages } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { namedNotice, namedWaitingNotice, replacedNotice } from '../messages';
import { canSubmitUnitList } from '../policy';
import { type EvaluatedRow, evaluateUnitRows, type Fit } from '../queries/evaluate-unit-rows';
import { confirmUntil } from '../queries/unit-target';
import type { UnitGrant } from '../rules/unit-grant';
import { rowOutcomeLabels } from '../rules/unit-list';
import { readUnitRows } from '../rules/unit-rows';
import type { ReplaceNamedInput } from '../schema/unit-list';
import { lockNamedRow } from '../steps/lock-named-row';
import { storeUnitBookings } from '../steps/store-unit-bookings';

export type ReplaceRefusal =
  | 'not_replaceable'
  | 'answered_meanwhile'
  | 'extra_place'
  | 'kept_for_group'
  | 'bad_person'
  | 'own_case'
  | ConstraintRefusal;

type Replaced = Result<{ listId: string; rowNo: number }, ReplaceRefusal>;
type LockedRow = Awaited<ReturnType<typeof lockNamedRow>>;

const bad = (field: string, words: string) =>
  refuse('bad_person' as const, { fieldErrors: { [field]: words } });

/** Whoever is replaced ends first: what counts her would count two for one place. */
async function endOld(tx: Ctx, { booking, by }: LockedRow, reason: string): Promise<void> {
  await within(tx, asSystem(tx), async (systemTx) => {
    const move = { to: 'cancelled', type: 'replaced', by, note: reason } as const;
    const version = await moveBooking(systemTx, booking, move, { reason, cancelledAt: tx.now });
    await recallMessages(systemTx, bookingNoticeKey({ id: booking.id, version: 1 }));
    const notice = replacedNotice(noticeFacts(booking, version), by, reason);
    await notify(systemTx, { accountId: booking.accountId, ...notice });
  });
}

/** The new line by the rules of any other; its errors stand beside the field they speak of. */
async function judge(tx: Ctx, locked: LockedRow, input: ReplaceNamedInput) {
  const { kind } = locked.target.offering;
  const cells = [input.name, input.phone, input.child ?? ''];
  const [row] = readUnitRows([['姓名', '手机号', '孩子姓名'], cells], isForChildren(kind));
  const [one] = row ? await evaluateUnitRows(tx, { ...locked.list, kind }, [row]) : [];
  if (!one) return bad('name', '请填姓名和手机号');
  if (one.fit) return one as EvaluatedRow & { fit: Fit };
  if (one.outcome === 'invited') return bad('phone', '这个手机号还不是本单位会员，请先请他入会');
  const isPhone = one.outcome === 'invalid' && one.words.includes('手机号');
  const field = one.words.includes('孩子') ? 'child' : isPhone ? 'phone' : 'name';
  return bad(field, one.words || rowOutcomeLabels[one.outcome ?? 'invalid']);
}

/** The place or the spot in the queue as it was: the counters do not move, nobody is passed over. */
function inheritedPlace({ booking, stock }: LockedRow, { fit }: { fit: Fit }) {
  const carveOut = stock.carveOuts.find((c) => c.id === booking.carveOutId);
  const groups = groupsOf(stock.carveOuts, fit.gathered.facts.membership);
  if (carveOut && !groups.includes(carveOut.id)) {
    return refuse('kept_for_group' as const, { detail: { label: carveOut.label } });
  }
  const status = booking.status === 'waitlisted' ? ('waitlisted' as const) : ('offered' as const);
  const { queueNo, carveOutId } = booking;
  return ok({ fit, status, queueNo, carveOutId } satisfies UnitGrant<Fit>);
}

async function storeNew(
  tx: Ctx,
  { target, by }: LockedRow,
  grant: UnitGrant<Fit>,
): Promise<string> {
  const until = await confirmUntil(tx, target);
  return within(tx, asSystem(tx), async (systemTx) => {
    const [id = ''] = await storeUnitBookings(systemTx, target, [grant], { by, until });
    const booking = await findBookingRow(systemTx, id);
    if (!booking) throw new Error('a booking just stored is not there');
    const facts = noticeFacts(booking, 1);
    const words =
      grant.status === 'waitlisted'
        ? namedWaitingNotice(facts, by)
        : namedNotice(facts, { by, until, now: tx.now });
    await notify(systemTx, { accountId: booking.accountId, ...words });
    return id;
  });
}

/** The line speaks of the new person from now on; the counts of the list follow its outcome. */
async function refill(
  tx: Ctx,
  { list, row }: LockedRow,
  one: EvaluatedRow,
  grant: UnitGrant<Fit>,
  id: string,
) {
  const line = and(eq(unitListRows.listId, list.id), eq(unitListRows.rowNo, row.rowNo));
  const filled = {
    nameMasked: one.nameMasked,
    phoneTail: one.phoneTail,
    words: '换上的人',
    personId: grant.fit.person.personId,
    bookingId: id,
    outcome: grant.status,
  };
  await tx.db.update(unitListRows).set(filled).where(line);
  const n = (outcome: string) => list.counts[outcome] ?? 0;
  const counts = { ...list.counts, [row.outcome]: n(row.outcome) - 1 };
  counts[grant.status] = (counts[grant.status] ?? 0) + 1;
  await tx.db.update(unitLists).set({ counts }).where(eq(unitLists.id, list.id));
}

const canReplace = (status: BookingStatus): boolean =>
  (openBookingStatuses as readonly BookingStatus[]).includes(status);

/**
 * Puts another member into one line of a handed-in list, until the session begins: the place, or the
 * spot in the queue, passes to her in the same transaction, who must fit like anyone and says yes
 * herself; whoever stood there is told the reason.
 * Refuses `not_replaceable` when the line ended or the session has begun; `answered_meanwhile` when
 * the booking has changed since the page; `extra_place` for a 特批; `bad_person` with words for the
 * field; `own_case` for one's own or one's family's; `kept_for_group` when the place is reserved
 * for a group that she is not in, with its `label`.
 */
export async function replaceNamed(ctx: Ctx, input: ReplaceNamedInput): Promise<Replaced> {
  return mapConstraintErrors(() =>
    transaction(ctx, async (tx): Promise<Replaced> => {
      const locked = await lockNamedRow(tx, input);
      const { list, path, booking, target, row } = locked;
      authorize(canSubmitUnitList(tx.actor, path));
      if (!canReplace(booking.status) || !target.coming) return refuse('not_replaceable');
      if (booking.version !== input.version) return refuse('answered_meanwhile');
      if (booking.isOverride) return refuse('extra_place');
      await pausePoint('replace-named:locked');
      await endOld(tx, locked, input.reason);
      const one = await judge(tx, locked, input);
      if ('ok' in one) return one;
      const { accountId } = one.fit.person;
      if (await isOwnCase(tx, { accountId, childId: one.fit.childId })) return refuse('own_case');
      const place = inheritedPlace(locked, one);
      if (!place.ok) return place;
      const id = await storeNew(tx, locked, place.value);
      await refill(tx, locked, one, place.value, id);
      await recordAudit(tx, {
        action: 'replace_named',
        entityType: 'unit_list',
        entityId: list.id,
        organisationId: list.organiserId,
        before: { rowNo: row.rowNo, booking: booking.id, status: booking.status },
        after: { rowNo: row.rowNo, booking: id, status: place.value.status },
        reason: input.reason,
      });
      return ok({ listId: list.id, rowNo: row.rowNo });
    }),
  );
}
