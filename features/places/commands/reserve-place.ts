import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { openBookingStatuses } from '@/features/bookings/rules/booking';
import { childNamed, findFamilyByPhone } from '@/features/family/queries/family-by-phone';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canManageOfferings } from '@/features/offerings/policy';
import type { Kind } from '@/features/offerings/schema/offering';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { reservedNotice } from '../messages';
import { refuseReservation, reserveOpen } from '../rules/reservations';
import type { ReservePlaceInput } from '../schema/reservations';
import { type LockedCarveOut, lockAvailability, storePlaces } from '../steps/lock-places';
import { addCarveOut } from '../steps/make-places';

type Refused = 'over' | 'invalid' | 'above_open' | 'own_case';

const invalid = (fieldErrors: Record<string, string>) =>
  refuse('invalid' as const, { fieldErrors });

interface Somebody {
  readonly accountId: string;
  readonly attendeeId: string;
  readonly childId: string | null;
}

/** Whom the number and the child's name mean; in words beside the field what is wrong with them. */
async function findSomebody(
  systemTx: Ctx,
  kind: Kind,
  { phone, child }: { phone: string; child: string | null },
): Promise<Result<Somebody, 'invalid'>> {
  const family = await findFamilyByPhone(systemTx, phone);
  if (!family) return invalid({ phone: '没有人用这个手机号登录过，请核对；也可以不填，只写用途' });
  const { accountId, personId } = family;
  if (!isForChildren(kind)) return ok({ accountId, attendeeId: personId, childId: null });
  const named = child ? childNamed(family, child) : undefined;
  if (named) return ok({ accountId, attendeeId: named.id, childId: named.id });
  return invalid({ child: child ? '他名下没有这个孩子，请核对姓名' : '托管班请填孩子姓名' });
}

/** They have something in this session already: what to do instead, beside the field. */
async function whyNotReserve(
  systemTx: Ctx,
  sessionId: string,
  { attendeeId }: Somebody,
  reserved: readonly LockedCarveOut[],
) {
  const [has] = await systemTx.db
    .select({ status: bookings.status })
    .from(bookings)
    .where(
      and(
        eq(bookings.sessionId, sessionId),
        eq(bookings.attendeeId, attendeeId),
        inArray(bookings.status, openBookingStatuses),
      ),
    );
  if (has?.status === 'waitlisted') {
    return invalid({ phone: '他正在这一场候补，请到“候补”里给名额' });
  }
  if (has) return invalid({ phone: '他已经报了这一场，不用留' });
  const twice = reserved.some((c) => !c.returnedAt && c.criteria.reservedFor === attendeeId);
  return twice ? invalid({ phone: '已经给他留了，不用再留' }) : null;
}

/**
 * 留位: sets a place aside for one person by name, or some for a purpose, until a day and hour; counted
 * apart, and given back to everyone by the job that ends carve-outs. Whoever it is for is told and books it
 * themselves; what is for a purpose the desk gives. Source: domain.md §3.5. Throws NotFound for a session that
 * is not the officer's.
 * Refuses `over` when the session has begun or is cancelled; `invalid` with words for the fields;
 * `above_open`, beside the number, when fewer are open; `own_case` for one's own or one's family's.
 */
export async function reservePlace(
  ctx: Ctx,
  input: ReservePlaceInput,
): Promise<Result<{ offeringId: string; sessionId: string }, Refused>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ offeringId: string; sessionId: string }, Refused>> => {
      const { sessionId, purpose, phone, child, until } = input;
      const { offering, session, path } = await lockSession(tx, sessionId);
      authorize(canManageOfferings[offering.kind](tx.actor, path));
      if (session.cancelledAt || session.startsAt <= tx.now) return refuse('over');
      const badEnd = refuseReservation(until, session, tx.now);
      if (badEnd || !until) return invalid({ until: badEnd ?? '' });
      if (phone && input.places !== 1) return invalid({ places: '留给一个人时只能留 1 个' });
      const stock = await lockAvailability(tx, sessionId);
      if (!stock) throw new NotFound('session');
      await pausePoint('reserve:locked');
      const found = phone
        ? await within(tx, asSystem(tx), (systemTx) =>
            findSomebody(systemTx, offering.kind, { phone, child }),
          )
        : ok(null);
      if (!found.ok) return found;
      const somebody = found.value;
      if (somebody && (await isOwnCase(tx, somebody))) return refuse('own_case');
      const stop =
        somebody &&
        (await within(tx, asSystem(tx), (systemTx) =>
          whyNotReserve(systemTx, sessionId, somebody, stock.carveOuts),
        ));
      if (stop) return stop;
      const places = reserveOpen(stock, input.places);
      if ('words' in places) return refuse('above_open', { fieldErrors: { places: places.words } });
      const position = Math.max(0, ...stock.carveOuts.map((c) => c.position)) + 1;
      const whose = somebody ? { reservedFor: somebody.attendeeId } : { deskOnly: true as const };
      const criteria = { newFormOnly: false, occupations: [], organisationIds: [], ...whose };
      const terms = { label: purpose, capacity: input.places, criteria, returnsAt: until };
      const id = newId();
      await addCarveOut(tx, sessionId, { id, position }, terms);
      await storePlaces(tx, sessionId, places);
      await recordAudit(tx, {
        action: 'reserve_place',
        entityType: 'offering_session',
        entityId: sessionId,
        organisationId: offering.organisationId,
        after: { carveOut: id, places: input.places, until, forPerson: somebody !== null },
        reason: purpose,
      });
      if (somebody) {
        const facts = {
          kind: offering.kind,
          title: offering.title,
          session,
          offeringId: offering.id,
        };
        await within(tx, asSystem(tx), (systemTx) =>
          notify(systemTx, {
            accountId: somebody.accountId,
            ...reservedNotice({ ...facts, id }, until, tx.now),
          }),
        );
      }
      return ok({ offeringId: offering.id, sessionId });
    },
  );
}
