import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { anonymous } from '@/lib/actor';
import { Forbidden } from '@/lib/errors';
import { notify, recallMessages } from '@/lib/messaging/outbox';
import { markRead } from './commands/mark-read';
import { countUnread, listNotices } from './queries/notices';

const tell = (accountId: string, n: number, delaySeconds = 0) =>
  arrange((tx) =>
    notify(tx, {
      accountId,
      title: `第${n}条`,
      body: '请查看',
      link: n === 1 ? '/affairs' : '//elsewhere.example',
      delaySeconds,
      dedupeKey: `n:${accountId}:${n}`,
    }),
  );

async function two() {
  const mine = await arrange((tx) => anAccount(tx));
  const theirs = await arrange((tx) => anAccount(tx));
  await tell(mine.accountId, 1);
  await tell(mine.accountId, 2);
  await tell(theirs.accountId, 1);
  return { me: as(actorOf(mine)), they: as(actorOf(theirs)), mine };
}

beforeEach(resetDb);

describe('notices', () => {
  it('are one’s own, unread first, and counted', async () => {
    const { me, they } = await two();
    const before = await listNotices(me);
    expect(before.items.map((item) => item.title).sort()).toEqual(['第1条', '第2条']);
    expect([await countUnread(me), await countUnread(they)]).toEqual([2, 1]);
    const newest = before.items[0];
    await markRead(me, { noticeId: newest?.id });
    const after = await listNotices(me);
    expect(after.items.map((item) => item.unread)).toEqual([true, false]);
    expect(after.items[1]?.id).toBe(newest?.id);
  });

  it('stand in the order in which they became true, whoever began first', async () => {
    const mine = await arrange((tx) => anAccount(tx));
    const at = (n: number) => ({
      accountId: mine.accountId,
      title: `第${n}条`,
      body: '请查看',
      dedupeKey: `n:${n}`,
    });
    await arrange(async (early) => {
      await arrange((late) => notify(late, at(1)));
      await notify(early, at(2));
    });
    const { items } = await listNotices(as(actorOf(mine)));
    expect(items.map((item) => item.title)).toEqual(['第2条', '第1条']);
  });

  it('are opened by their owner alone', async () => {
    const { me, they } = await two();
    const foreign = (await listNotices(they)).items[0]?.id;
    expect(await markRead(me, { noticeId: foreign })).toMatchObject({
      ok: true,
      value: { link: null },
    });
    expect(await countUnread(they)).toBe(1);
    await expect(markRead(as(anonymous), {})).rejects.toThrow(Forbidden);
  });

  it('are all read at once', async () => {
    const { me, they } = await two();
    await markRead(me, {});
    expect([await countUnread(me), await countUnread(they)]).toEqual([0, 1]);
  });

  it('wait for the undo, and vanish when it comes', async () => {
    const { me, mine } = await two();
    await tell(mine.accountId, 3, 10);
    expect(await countUnread(me)).toBe(2);
    await sqlAsOwner()`update notices set visible_at = now() - interval '1 second'`;
    expect(await countUnread(me)).toBe(3);
    await arrange((tx) => recallMessages(tx, `n:${mine.accountId}:3`));
    expect(await countUnread(me)).toBe(2);
  });

  it('come in pages of twenty', async () => {
    const made = await arrange((tx) => anAccount(tx));
    for (let n = 1; n <= 25; n++) await tell(made.accountId, n);
    const ctx = as(actorOf(made));
    expect(await listNotices(ctx)).toMatchObject({ more: true, unread: 25 });
    const all = await listNotices(ctx, 20);
    expect([all.items.length, all.more]).toEqual([25, false]);
  });
});
