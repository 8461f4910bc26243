import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession, countedPlaces } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { untilSomebodyWaits } from '@/db/testing/waits';
import { NotFound } from '@/lib/errors';
import { atPausePoint } from '@/lib/pause-point';
import { bookPlaceInput } from '../schema/booking';
import { bookPlace } from './book-place';
import { cancelBooking } from './cancel-booking';

async function aScene(capacity: number, people: number, rules: Record<string, unknown> = {}) {
  return arrange(async (tx) => {
    const union = await anOrganisation(tx);
    const members: MadeAccount[] = [];
    for (let i = 0; i < people; i++) {
      members.push(await aMember(tx, { organisationId: union.id }));
    }
    const offering = await anOffering(tx, { organisationId: union.id, rules });
    const session = await aSession(tx, { offeringId: offering.id, capacity });
    return { union, members, offering, session };
  });
}
type Scene = Awaited<ReturnType<typeof aScene>>;

async function book(scene: Scene, member: MadeAccount | undefined, session = scene.session) {
  if (!member) throw new Error('no member');
  const input = { offeringId: scene.offering.id, sessionId: session.id, who: 'self' };
  const result = await bookPlace(as(actorOf(member)), bookPlaceInput.parse(input));
  if (!result.ok) throw new Error(result.reason);
  return result.value.bookingId;
}
const cancel = (member: MadeAccount | undefined, bookingId: string) => {
  if (!member) throw new Error('no member');
  return cancelBooking(as(actorOf(member)), { bookingId });
};
const statusOf = async (bookingId: string) => {
  const [row] = await sqlAsOwner()`select status, reason from bookings where id = ${bookingId}`;
  return row;
};
async function stored(scene: Scene) {
  const [row] = await sqlAsOwner()`
    select taken, waiting from session_capacity where session_id = ${scene.session.id}`;
  const counted = await arrange((tx) => countedPlaces(tx, scene.session.id));
  expect(row).toMatchObject(counted);
  return counted;
}

beforeEach(resetDb);
afterEach(() => {
  for (const name of ['cancel:locked', 'book:locked', 'promote:next']) atPausePoint(name, null);
});

describe('cancelling', () => {
  it('promotes the first in the queue in the same transaction, and tells both', async () => {
    const scene = await aScene(1, 3);
    const [a, b, c] = scene.members;
    const [first, second, third] = [
      await book(scene, a),
      await book(scene, b),
      await book(scene, c),
    ];
    expect(await cancel(a, first)).toMatchObject({ ok: true });
    expect((await statusOf(first))?.status).toBe('cancelled');
    expect((await statusOf(second))?.status).toBe('booked');
    expect((await statusOf(third))?.status).toBe('waitlisted');
    expect(await stored(scene)).toEqual({ taken: 1, waiting: 1 });
    const notified = await sqlAsOwner()`
      select account_id, title from notices where title like '候补成功%' or title like '已取消%'`;
    expect(notified.map((n) => n.account_id).sort()).toEqual([a?.accountId, b?.accountId].sort());
    const texts = await sqlAsOwner()`select account_id from outbox`;
    expect(texts).toMatchObject([{ account_id: b?.accountId }]);
    const audit = await sqlAsOwner()`
      select action from audit_entries where action in ('cancel_booking', 'promote_booking')`;
    expect(audit).toHaveLength(2);
  });

  it('gives one place back when it is sent twice (C07)', async () => {
    const scene = await aScene(3, 2);
    const [a, b] = scene.members;
    const id = await book(scene, a);
    await book(scene, b);
    const results = await Promise.all([cancel(a, id), cancel(a, id)]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.find((r) => !r.ok)).toMatchObject({ reason: 'already_ended' });
    expect(await stored(scene)).toEqual({ taken: 1, waiting: 0 });
  });

  it('is refused after the deadline, to the minute', async () => {
    const scene = await aScene(1, 1);
    const id = await book(scene, scene.members[0]);
    await sqlAsOwner()`update offering_sessions
      set starts_at = now() + interval '23 hours 59 minutes', ends_at = now() + interval '26 hours'`;
    expect(await cancel(scene.members[0], id)).toMatchObject({ ok: false, reason: 'too_late' });
    expect(await stored(scene)).toEqual({ taken: 1, waiting: 0 });
  });

  it('lets who waits leave the queue, without moving the others', async () => {
    const scene = await aScene(1, 3);
    const [a, b, c] = scene.members;
    await book(scene, a);
    const waiting = await book(scene, b);
    await book(scene, c);
    expect(await cancel(b, waiting)).toMatchObject({ ok: true });
    expect(await stored(scene)).toEqual({ taken: 1, waiting: 1 });
  });

  it('does not find another’s booking', async () => {
    const scene = await aScene(1, 2);
    const id = await book(scene, scene.members[0]);
    await expect(cancel(scene.members[1], id)).rejects.toThrow(NotFound);
  });

  it('may be done by the second guardian of the child', async () => {
    const scene = await aScene(1, 2);
    const [mother, father] = scene.members as [MadeAccount, MadeAccount];
    const made = await arrange(async (tx) => {
      const child = await aChild(tx, { guardians: [mother, father] });
      const offering = await anOffering(tx, { organisationId: scene.union.id, kind: 'childcare' });
      return { child, offering, session: await aSession(tx, { offeringId: offering.id }) };
    });
    const input = bookPlaceInput.parse({
      offeringId: made.offering.id,
      sessionId: made.session.id,
      who: made.child.childId,
    });
    const result = await bookPlace(as(actorOf(mother)), input);
    expect(result.ok && (await cancel(father, result.value.bookingId))).toMatchObject({ ok: true });
  });
});

describe('the promotion of who waits', () => {
  it('skips, with the reason kept, who has booked something at that hour meanwhile', async () => {
    const scene = await aScene(1, 3);
    const [a, b, c] = scene.members;
    const [first, second, third] = [
      await book(scene, a),
      await book(scene, b),
      await book(scene, c),
    ];
    const twin = await arrange((tx) =>
      aSession(tx, {
        offeringId: scene.offering.id,
        startsAt: scene.session.startsAt,
        endsAt: scene.session.endsAt,
      }),
    );
    await book(scene, b, twin);
    await cancel(a, first);
    expect(await statusOf(second)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('时间冲突'),
    });
    expect((await statusOf(third))?.status).toBe('booked');
    expect(await stored(scene)).toEqual({ taken: 1, waiting: 0 });
    const [skip] = await sqlAsOwner()`select * from audit_entries where action = 'skip_booking'`;
    expect(skip).toMatchObject({ entity_id: second, reason: 'overlap' });
  });

  it('skips who is no member any more, and leaves a place free only when nobody waits', async () => {
    const scene = await aScene(1, 2);
    const [a, b] = scene.members;
    const first = await book(scene, a);
    const second = await book(scene, b);
    await sqlAsOwner()`update memberships set status = 'left' where person_id = ${b?.personId ?? ''}`;
    await cancel(a, first);
    expect((await statusOf(second))?.status).toBe('refused');
    expect(await stored(scene)).toEqual({ taken: 0, waiting: 0 });
  });

  it('still promotes after booking has closed', async () => {
    const scene = await aScene(1, 2);
    const [a, b] = scene.members;
    const first = await book(scene, a);
    const second = await book(scene, b);
    await sqlAsOwner()`update offerings set status = 'closed'`;
    await cancel(a, first);
    expect((await statusOf(second))?.status).toBe('booked');
  });
});

describe('cancel, promote and book at the same moment (C06)', () => {
  it('never leaves a place free while someone waits, wherever one of them is held up', async () => {
    for (const spot of ['cancel:locked', 'promote:next', 'book:locked']) {
      await resetDb();
      const scene = await aScene(1, 4);
      const [a, b, c, d] = scene.members;
      const first = await book(scene, a);
      const second = await book(scene, b);
      let arrived = 0;
      let over = 0;
      atPausePoint(spot, async () => {
        if (arrived++ === 0) await untilSomebodyWaits(() => over === 3);
      });
      const all = [cancel(a, first), cancel(b, second), book(scene, c), book(scene, d)];
      const results = await Promise.all(
        all.map((one) =>
          one.finally(() => {
            over += 1;
          }),
        ),
      );
      expect(results).toHaveLength(4);
      const { taken, waiting } = await stored(scene);
      expect({ spot, taken, waiting }).toEqual({ spot, taken: 1, waiting: 1 });
    }
  });

  it('holds over many rounds of cancelling and booking', async () => {
    const scene = await aScene(3, 12);
    const mine = new Map<MadeAccount, string>();
    for (const m of scene.members) mine.set(m, await book(scene, m));
    for (let round = 0; round < 3; round++) {
      await Promise.allSettled(
        scene.members.map(async (m, i) => {
          if ((i + round) % 3 !== 0) return;
          await cancel(m, mine.get(m) ?? '');
          mine.set(m, await book(scene, m));
        }),
      );
      const { taken, waiting } = await stored(scene);
      expect(taken === 3 || waiting === 0).toBe(true);
      expect(taken).toBeLessThanOrEqual(3);
    }
  });
});
