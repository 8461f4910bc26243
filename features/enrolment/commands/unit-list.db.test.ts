import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { announceUnitList } from '@/features/unit-lists/commands/announce-unit-list';
import { submitUnitList } from '@/features/unit-lists/commands/submit-unit-list';
import { undoUnitList } from '@/features/unit-lists/commands/undo-unit-list';
import {
  aScene,
  handIn,
  linesOf,
  look,
  outcomes,
  phoneOf,
  places,
} from '@/features/unit-lists/unit-list.test-helpers';
import { Forbidden, NotFound } from '@/lib/errors';
import { bookPlaceInput } from '../schema/booking';
import { bookPlace } from './book-place';

beforeEach(resetDb);

describe('a list that a union hands in', () => {
  it('changes nothing while it is only looked through, and keeps no name in the open', async () => {
    const scene = await aScene();
    const draft = await look(scene, { pasted: await linesOf(scene) });
    expect(draft.ok).toBe(true);
    expect(await sqlAsOwner()`select 1 from bookings`).toHaveLength(0);
    expect(await sqlAsOwner()`select 1 from notices`).toHaveLength(0);
    const [row] = await sqlAsOwner()`select rows_sealed, status from unit_lists`;
    expect(row?.status).toBe('draft');
    expect(row?.rows_sealed).not.toContain('陈一帆');
  });

  it('holds places in its order, queues the rest, and tells each worker once', async () => {
    const scene = await aScene({ capacity: 2 });
    const done = await handIn(scene, { pasted: await linesOf(scene) });
    expect(done).toMatchObject({ ok: true, value: { offered: 2, waitlisted: 2 } });
    expect(await outcomes(done.listId)).toEqual(['offered', 'offered', 'waitlisted', 'waitlisted']);
    expect(await places(scene)).toEqual({ taken: 2, waiting: 2, reserved: 0 });
    const rows = await sqlAsOwner()`select status, offer_source, offer_expires_at, queue_no, period
      from bookings order by number`;
    expect(rows.map((r) => r.status)).toEqual(['offered', 'offered', 'waitlisted', 'waitlisted']);
    expect(rows[0]?.offer_expires_at).toBeInstanceOf(Date);
    expect(rows.map((r) => r.queue_no)).toEqual([null, null, 1, 2]);
    await announceUnitList(done.listId);
    await announceUnitList(done.listId);
    const notified = await sqlAsOwner()`select title from notices order by title`;
    expect(notified).toHaveLength(4);
    expect(notified.filter((n) => n.title.includes('请确认'))).toHaveLength(2);
    const audit = await sqlAsOwner()`select after from audit_entries where action = 'hand_in_list'`;
    expect(audit[0]?.after.counts).toEqual({ all: 4, offered: 2, waitlisted: 2 });
    const [list] = await sqlAsOwner()`select rows_sealed, undo_until from unit_lists`;
    expect(list?.rows_sealed).toBeNull();
  });

  it('says of each line why not, and takes the good ones (3 bad rows of many)', async () => {
    const scene = await aScene({ capacity: 9 });
    const known = await phoneOf(scene.people[0]?.accountId ?? '');
    const foreign = await phoneOf(scene.elsewhere.accountId);
    const lines = [
      await linesOf(scene),
      `陈一凡\t${known.slice(0, 10)}`,
      `陈一帆\t${known}`,
      `谢远\t${foreign}`,
      `张三丰\t${await phoneOf(scene.people[1]?.accountId ?? '')}`,
    ];
    const done = await handIn(scene, { pasted: lines.join('\n') });
    expect(await outcomes(done.listId)).toEqual([
      ...Array(4).fill('offered'),
      'invalid',
      'duplicate',
      'invited',
      'duplicate',
    ]);
    const texts =
      await sqlAsOwner()`select phone_tail, account_id from outbox where template = 'unit_invitation'`;
    expect(texts).toMatchObject([{ phone_tail: foreign.slice(-4), account_id: null }]);
  });

  it('tells a mismatch of name and phone from a stranger, and names nobody of another union', async () => {
    const scene = await aScene();
    const known = await phoneOf(scene.people[0]?.accountId ?? '');
    const done = await handIn(scene, { pasted: `陈二帆\t${known}\n罗小满\t13899990000` });
    expect(await outcomes(done.listId)).toEqual(['not_in_unit', 'invited']);
  });

  it('is handed in once, and the same names again are told when', async () => {
    const scene = await aScene();
    const first = await handIn(scene, { pasted: await linesOf(scene) });
    const again = await submitUnitList(as(scene.chair.actor), { listId: first.listId });
    expect(again).toMatchObject({ ok: false, reason: 'handed_in' });
    const twin = await handIn(scene, {
      pasted: (await linesOf(scene)).split('\n').reverse().join('\n'),
    });
    expect(twin).toMatchObject({ ok: false, reason: 'same_list' });
  });

  it('gives out exactly the places when two unions hand in at once', async () => {
    const scene = await aScene({ capacity: 3 });
    const more = await arrange((tx) =>
      aMember(tx, { organisationId: scene.tree.otherUnion.id, name: '甘露' }),
    );
    const theirs = [
      { name: '谢远', ...scene.elsewhere },
      { name: '甘露', ...more },
    ];
    const a = await look(scene, { pasted: await linesOf(scene) });
    const b = await look(
      scene,
      { organisationId: scene.tree.otherUnion.id, pasted: await linesOf(scene, theirs) },
      scene.otherChair,
    );
    if (!a.ok || !b.ok) throw new Error('not looked through');
    await Promise.all([
      submitUnitList(as(scene.chair.actor), a.value),
      submitUnitList(as(scene.otherChair.actor), b.value),
    ]);
    expect(await places(scene)).toEqual({ taken: 3, waiting: 3, reserved: 0 });
  });

  it('goes back as one, the places to whoever waits, and only within the hours', async () => {
    const scene = await aScene({ capacity: 2 });
    const two = await handIn(scene, { pasted: await linesOf(scene, scene.people.slice(0, 2)) });
    const rest = await handIn(scene, { pasted: await linesOf(scene, scene.people.slice(2)) });
    await announceUnitList(two.listId);
    const undone = await undoUnitList(as(scene.chair.actor), {
      listId: two.listId,
      reason: '交错了',
    });
    expect(undone).toMatchObject({ ok: true, value: { ended: 2 } });
    const state = await sqlAsOwner()`
      select b.status, count(*)::int as n from bookings b group by 1 order by 1`;
    expect(state.map((r) => [r.status, r.n])).toEqual([
      ['booked', 2],
      ['cancelled', 2],
    ]);
    expect(await places(scene)).toEqual({ taken: 2, waiting: 0, reserved: 0 });
    const notified = await sqlAsOwner()`select 1 from notices where title like '单位撤回了报名%'`;
    expect(notified).toHaveLength(2);
    expect(
      await undoUnitList(as(scene.chair.actor), { listId: two.listId, reason: '再来' }),
    ).toMatchObject({
      reason: 'not_handed_in',
    });
    await sqlAsOwner()`update unit_lists set undo_until = now() - interval '1 second' where id = ${rest.listId}`;
    expect(
      await undoUnitList(as(scene.chair.actor), { listId: rest.listId, reason: '晚了' }),
    ).toMatchObject({
      reason: 'undo_too_late',
    });
  });

  it('names children of the workers, each by their own line', async () => {
    const scene = await aScene({ kind: 'childcare', term: '2027寒假' });
    const [parent] = scene.people;
    if (!parent) throw new Error('nobody');
    const child = await arrange((tx) => aChild(tx, { guardians: [parent], name: '陈小禾' }));
    const phone = await phoneOf(parent.accountId);
    const done = await handIn(scene, {
      pasted: `姓名,手机号,孩子姓名\n陈一帆,${phone},陈小禾\n陈一帆,${phone},陈小满`,
    });
    expect(await outcomes(done.listId)).toEqual(['offered', 'not_in_unit']);
    const [row] = await sqlAsOwner()`select child_id, attendee_id from bookings`;
    expect(row).toMatchObject({ child_id: child.childId, attendee_id: child.childId });
  });

  it('is the only way in: who comes alone reads where to go', async () => {
    const scene = await aScene();
    const [worker] = scene.people;
    if (!worker) throw new Error('nobody');
    const input = { offeringId: scene.offering.id, sessionId: scene.session.id, who: 'self' };
    const refused = await bookPlace(as(actorOf(worker)), bookPlaceInput.parse(input));
    expect(refused).toMatchObject({ ok: false, detail: { rule: 'channel' } });
  });

  it('belongs to its union: another chair neither names its members nor sees the list', async () => {
    const scene = await aScene();
    const pasted = await linesOf(scene);
    await expect(look(scene, { pasted }, scene.otherChair)).rejects.toThrow(Forbidden);
    const draft = await look(scene, { pasted });
    if (!draft.ok) throw new Error(draft.reason);
    await expect(submitUnitList(as(scene.otherChair.actor), draft.value)).rejects.toThrow(NotFound);
  });
});
