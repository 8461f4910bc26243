import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '@/db/factories/accounts';
import { as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { claimOffer } from '@/features/places/commands/claim-offer';
import { NotFound } from '@/lib/errors';
import { replaceNamedInput } from '../schema/unit-list';
import {
  aScene,
  handIn,
  linesOf,
  outcomes,
  phoneOf,
  places,
  type Scene,
} from '../unit-list.test-helpers';
import { announceUnitList } from './announce-unit-list';
import { remindNamed } from './remind-named';
import { replaceNamed } from './replace-named';

beforeEach(resetDb);

/** Two places; the first two of the union hold them, the third waits, the fourth is not named. */
async function handedIn(given: Parameters<typeof aScene>[0] = {}) {
  const scene = await aScene({ capacity: 2, ...given });
  const { listId } = await handIn(scene, {
    pasted: await linesOf(scene, scene.people.slice(0, 3)),
  });
  await announceUnitList(listId);
  return { scene, listId };
}

const bookingAt = async (listId: string, rowNo: number) => {
  const [row] = await sqlAsOwner()`select b.* from bookings b join unit_list_rows r
    on r.booking_id = b.id where r.list_id = ${listId} and r.row_no = ${rowNo}`;
  return row as Record<string, never>;
};

async function swap(
  scene: Scene,
  listId: string,
  rowNo: number,
  who: { name: string; accountId: string },
  by: Pick<Scene['chair'], 'actor'> = scene.chair,
) {
  const { version } = await bookingAt(listId, rowNo);
  const phone = await phoneOf(who.accountId);
  const typed = { listId, rowNo, version, name: who.name, phone, reason: '家里有事' };
  return replaceNamed(as(by.actor), replaceNamedInput.parse(typed));
}

const nth = (scene: Scene, at: number) => {
  const one = scene.people[at];
  if (!one) throw new Error('nobody');
  return one;
};

describe('one person of a handed-in list', () => {
  it('is replaced by another member, who has the very place and is asked; the first is told why', async () => {
    const { scene, listId } = await handedIn();
    const old = await bookingAt(listId, 1);
    expect(await swap(scene, listId, 1, nth(scene, 3))).toMatchObject({ ok: true });
    const now = await bookingAt(listId, 1);
    expect(now).toMatchObject({
      status: 'offered',
      person_id: nth(scene, 3).personId,
      offer_source: 'unit',
    });
    const [was] =
      await sqlAsOwner()`select status, reason from bookings where id = ${old.id ?? ''}`;
    expect(was).toEqual({ status: 'cancelled', reason: '家里有事' });
    expect(await places(scene)).toEqual({ taken: 2, waiting: 1, reserved: 0 });
    const notified =
      await sqlAsOwner()`select title, account_id from notices order by created_at desc, title limit 8`;
    expect(
      notified.find(
        (n) => n.account_id === nth(scene, 0).accountId && n.title.startsWith('单位换了人'),
      ),
    ).toBeTruthy();
    expect(notified.find((n) => n.account_id === nth(scene, 3).accountId)?.title).toContain(
      '请确认',
    );
    const [entry] =
      await sqlAsOwner()`select before, after, reason from audit_entries where action = 'replace_named'`;
    expect(entry).toMatchObject({ before: { rowNo: 1, status: 'offered' }, reason: '家里有事' });
  });

  it('hands on a spot in the queue as it was', async () => {
    const { scene, listId } = await handedIn();
    const { queue_no } = await bookingAt(listId, 3);
    expect(await swap(scene, listId, 3, nth(scene, 3))).toMatchObject({ ok: true });
    expect(await bookingAt(listId, 3)).toMatchObject({ status: 'waitlisted', queue_no });
    expect(await outcomes(listId)).toEqual(['offered', 'offered', 'waitlisted']);
  });

  it('stays when the new one may not go, or is no member of the union, and nothing is half done', async () => {
    const { scene, listId } = await handedIn();
    const stranger = { name: '谢远', accountId: scene.elsewhere.accountId };
    expect(await swap(scene, listId, 1, stranger)).toMatchObject({
      reason: 'bad_person',
      fieldErrors: { phone: expect.stringContaining('不是本单位会员') },
    });
    expect(await swap(scene, listId, 1, nth(scene, 1))).toMatchObject({ reason: 'bad_person' });
    expect(await swap(scene, listId, 1, { ...nth(scene, 3), name: '黄初' })).toMatchObject({
      reason: 'bad_person',
      fieldErrors: { name: '请核对姓名和手机号' },
    });
    expect(await bookingAt(listId, 1)).toMatchObject({ status: 'offered', version: 1 });
    expect(await places(scene)).toEqual({ taken: 2, waiting: 1, reserved: 0 });
  });

  it('is not pushed aside by a page that does not know she has answered', async () => {
    const { scene, listId } = await handedIn();
    const { id, version } = await bookingAt(listId, 1);
    await claimOffer(as(actorOf(nth(scene, 0))), { bookingId: id ?? '' });
    const phone = await phoneOf(nth(scene, 3).accountId);
    const typed = { listId, rowNo: 1, version, name: '黄初晴', phone, reason: '换人' };
    expect(await replaceNamed(as(scene.chair.actor), replaceNamedInput.parse(typed))).toMatchObject(
      {
        reason: 'answered_meanwhile',
      },
    );
  });

  it('is not replaced by the chair herself, by another chair, or once the session has begun', async () => {
    const { scene, listId } = await handedIn();
    const { actor } = scene.chair;
    const grants = actor.kind === 'account' ? actor.grants : [];
    const herself = { actor: { ...actorOf(nth(scene, 3)), grants } as typeof actor };
    expect(await swap(scene, listId, 1, nth(scene, 3), herself)).toMatchObject({
      reason: 'own_case',
    });
    await expect(swap(scene, listId, 1, nth(scene, 3), scene.otherChair)).rejects.toThrow(NotFound);
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '1 minute' where id = ${scene.session.id}`;
    expect(await swap(scene, listId, 1, nth(scene, 3))).toMatchObject({
      reason: 'not_replaceable',
    });
  });

  it('is reminded once a day while the answer is open, and reads it in the history', async () => {
    const { scene, listId } = await handedIn();
    const remind = (rowNo = 1) => remindNamed(as(scene.chair.actor), { listId, rowNo });
    expect(await remind()).toMatchObject({ ok: true });
    expect(await remind()).toMatchObject({ reason: 'asked_already' });
    const { id } = await bookingAt(listId, 1);
    await sqlAsOwner()`alter table booking_events disable trigger user`;
    await sqlAsOwner()`update booking_events set at = at - interval '25 hours' where booking_id = ${id ?? ''}`;
    await sqlAsOwner()`alter table booking_events enable trigger user`;
    expect(await remind()).toMatchObject({ ok: true });
    const notified = await sqlAsOwner()`select 1 from notices where title like '%提醒您确认%'`;
    expect(notified).toHaveLength(2);
    const texts =
      await sqlAsOwner()`select urgent from outbox where dedupe_key like ${`booking:${id}:1:named:again%`}`;
    expect(texts).toEqual([{ urgent: false }, { urgent: false }]);
    expect(await remind(3)).toMatchObject({ reason: 'not_waiting' });
    const ledger = await sqlAsOwner()`select 1 from audit_entries where action = 'remind_named'`;
    expect(ledger).toHaveLength(2);
  });

  it('is nobody whom a chair may remind or replace on a list for a screening', async () => {
    const { scene, listId } = await handedIn({ kind: 'screening' });
    await expect(remindNamed(as(scene.chair.actor), { listId, rowNo: 1 })).rejects.toThrow(
      NotFound,
    );
  });
});
