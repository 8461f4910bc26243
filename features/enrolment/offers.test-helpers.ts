import { expect } from 'vitest';
import { actorOf, aMember, anOfficer, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing/index';
import { explainPlaces } from '@/features/places/queries/where-places';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { bookPlace } from './commands/book-place';
import { bookPlaceInput } from './schema/booking';

export const clockwork = makeCtx(system('测试'));
export const terms = { waitlist: { mode: 'offer', paused: false } };

export const scene = (capacity = 1, people = 4, given: Record<string, unknown> = {}) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'economy_officer', tree.union.id);
    const plain = await anOfficer(tx, 'union_admin', tree.union.id);
    const offering = await anOffering(tx, {
      organisationId: tree.union.id,
      allocationTerms: terms,
      ...given,
    });
    const session = await aSession(tx, { offeringId: offering.id, capacity });
    const members: MadeAccount[] = [];
    for (let n = 0; n < people; n++) {
      members.push(await aMember(tx, { organisationId: tree.union.id }));
    }
    return { tree, me: as(officer.actor), plain: as(plain.actor), offering, session, members };
  });
export type Scene = Awaited<ReturnType<typeof scene>>;

export const who = (h: Scene, n: number) => {
  const member = h.members[n];
  if (!member) throw new Error('no such member');
  return as(actorOf(member));
};
export async function book(h: Scene, n: number): Promise<string> {
  const given = { offeringId: h.offering.id, sessionId: h.session.id, who: 'self' };
  const made = await bookPlace(who(h, n), bookPlaceInput.parse(given));
  if (!made.ok) throw new Error(made.reason);
  return made.value.bookingId;
}
export async function bookAll(h: Scene): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n < h.members.length; n++) made.push(await book(h, n));
  return made;
}
export const row = async (id: string | undefined) => {
  const [found] = await sqlAsOwner()`select status, version, offer_expires_at as until,
    offer_source as source, reason, is_override as special, carve_out_id as kept
    from bookings where id = ${id ?? ''}`;
  return found;
};
export const statuses = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await row(id))?.status));
export const counters = async (h: Scene) => {
  const [found] = await sqlAsOwner()`select capacity, taken, waiting, reserved, overridden
    from session_capacity where session_id = ${h.session.id}`;
  return found;
};
export const elapse = (id: string | undefined) =>
  sqlAsOwner()`update bookings set offer_expires_at = now() - interval '1 second' where id = ${id ?? ''}`;
export const notified = async (event: string) =>
  (await sqlAsOwner()`select 1 from notices where dedupe_key like ${`%:${event}`}`).length;
export const ledger = async (h: Scene) => {
  const [session] = await explainPlaces(h.me, h.offering);
  if (!session) throw new Error('no session');
  const { rows, capacity } = session.ledger;
  expect(rows.reduce((sum, line) => sum + line.count, 0)).toBe(capacity);
  return session;
};
export const id = (ids: readonly string[], n: number) => ids[n] ?? '';
