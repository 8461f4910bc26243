import { expect } from 'vitest';
import { actorOf, aMember, anOfficer, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession, countedPlaces } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing/index';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';
import { moveAttendee } from './commands/move-attendee';
import { moveAttendeeInput } from './schema/move';

const at = (days: number, time: string) =>
  parseLocalDateTime(`${addDays(todayOn(new Date()), days)}T${time}`) ?? undefined;

interface Given {
  readonly capacities?: readonly number[];
  readonly people?: number;
  readonly offering?: Record<string, unknown>;
  /** The second session is at the hours of the first. */
  readonly sameHours?: boolean;
}

/** Sessions of one offering a day apart, members, and an officer who decides about it. */
export const classes = ({
  capacities = [2, 2],
  people = 2,
  offering = {},
  sameHours,
}: Given = {}) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'economy_officer', tree.union.id);
    const made = await anOffering(tx, { organisationId: tree.union.id, ...offering });
    const sessions: string[] = [];
    for (const [n, capacity] of capacities.entries()) {
      const day = sameHours ? 30 : 30 + n;
      const times = { startsAt: at(day, '09:00'), endsAt: at(day, '12:00') };
      const given = { offeringId: made.id, capacity, title: `${n + 1} 班`, ...times };
      sessions.push((await aSession(tx, given)).id);
    }
    const members: MadeAccount[] = [];
    for (let n = 0; n < people; n++) {
      members.push(await aMember(tx, { organisationId: tree.union.id }));
    }
    return { tree, me: as(officer.actor), offering: made, sessions, members };
  });
export type Classes = Awaited<ReturnType<typeof classes>>;

export const sessionOf = (h: Classes, n: number) => h.sessions[n] ?? '';
export const memberOf = (h: Classes, n: number) => {
  const found = h.members[n];
  if (!found) throw new Error('no such member');
  return as(actorOf(found));
};

export async function bookIn(h: Classes, member: number, session: number): Promise<string> {
  const given = { offeringId: h.offering.id, sessionId: sessionOf(h, session), who: 'self' };
  const made = await bookPlace(memberOf(h, member), bookPlaceInput.parse(given));
  if (!made.ok) throw new Error(made.reason);
  return made.value.bookingId;
}

export const bookingRowOf = async (id: string) => {
  const [row] = await sqlAsOwner()`select number, status, session_id, version, carve_out_id
    from bookings where id = ${id}`;
  return row ?? {};
};

export async function moveTo(h: Classes, bookingId: string, session: number, more = {}) {
  const { version } = await bookingRowOf(bookingId);
  const given = { bookingId, version, sessionId: sessionOf(h, session), reason: '上午班人数不够' };
  return moveAttendee(h.me, moveAttendeeInput.parse({ ...given, consent: 'ask', ...more }));
}

/** What is agreed by telephone. */
export const agreed = { consent: 'given', proof: '12月1日电话，本人同意' };

/** The counters say what the rows say, nobody sits above capacity, nothing is set aside for ever. */
export async function countersOf(h: Classes) {
  const all: { taken: number; waiting: number; reserved: number }[] = [];
  for (const id of h.sessions) {
    const [row] =
      await sqlAsOwner()`select capacity, taken, waiting, reserved, (select coalesce(sum(k.capacity - k.taken), 0)::int
        from carve_outs k where k.session_id = c.session_id and k.returned_at is null) as kept
      from session_capacity c where session_id = ${id}`;
    const rows = await arrange((tx) => countedPlaces(tx, id));
    const { taken, waiting, reserved, capacity, kept } = row ?? {};
    expect({ taken, waiting, reserved }).toEqual({ ...rows, reserved: kept });
    expect(taken + reserved).toBeLessThanOrEqual(capacity);
    all.push({ ...rows, reserved });
  }
  return all;
}

export const noticesOf = async (event: string) =>
  sqlAsOwner()`select account_id, title, body from notices where dedupe_key like ${`%:${event}`}`;
