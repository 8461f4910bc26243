import { beforeEach, describe, expect, it } from 'vitest';
import type { MadeAccount } from '@/db/factories/accounts';
import { keyed } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { raceAt } from '@/db/testing/waits';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { type Arranged, arranged, leavingTexts } from '../announcements.test-helpers';
import { getAnnouncement } from '../queries/announcement';
import { draftAnnouncement } from './draft-announcement';
import { sendAnnouncement } from './send-announcement';
import { withdrawAnnouncement } from './withdraw-announcement';

const query = { only: undefined, page: 1, done: undefined };
const from = 'desk' as const;

let a: Arranged;
beforeEach(async () => {
  await resetDb();
  a = await arranged();
});

const draft = (more = {}, by: Ctx = a.officer) =>
  draftAnnouncement(by, {
    offeringId: a.offering.id,
    sessionId: null,
    audience: 'joined',
    text: '{服务}：{时间}，请准时到。',
    bySms: true,
    ...more,
  });
async function drafted(more = {}, by: Ctx = a.officer): Promise<string> {
  const made = await draft(more, by);
  if (!made.ok) throw new Error(made.reason);
  return made.value.announcementId;
}
const view = (id: string, by: Ctx = a.officer) => getAnnouncement(by, a.offering, id, query);
async function send(id: string, by: Ctx = a.officer) {
  const seen = (await view(id, by)).preview?.seen ?? '';
  return sendAnnouncement(by, { announcementId: id, seen, from });
}
const notices = () => sqlAsOwner()`select account_id, title, body, link, visible_at > now() as later
  from notices where dedupe_key like 'announcement:%' and cancelled_at is null order by account_id`;
const texts = () => sqlAsOwner()`select account_id, urgent, status, send_after > now() as later
  from outbox where dedupe_key like 'announcement:%' order by account_id`;
const sorted = (...made: MadeAccount[]) => made.map((one) => one.accountId).sort();

describe('a message to the people of an offering', () => {
  it('goes to each person once, with all of their sessions in it', async () => {
    const id = await drafted();
    expect((await view(id)).preview).toMatchObject({ cost: { people: 2, texts: 2 } });
    expect(await send(id)).toMatchObject({ ok: true, value: { people: 2 } });
    const sent = await notices();
    expect(sent.map((row) => row.account_id)).toEqual(sorted(a.going, a.both));
    expect(sent.every((row) => row.later && row.title.endsWith('：骑手安全课'))).toBe(true);
    const two = sent.find((row) => row.account_id === a.both.accountId);
    expect(two?.body.split('；')).toHaveLength(2);
    expect(await texts()).toEqual(
      sorted(a.going, a.both).map((account_id) => ({
        ...{ account_id, urgent: false, status: 'waiting', later: true },
      })),
    );
  });

  it('goes out once under two clicks, from one page or from two', async () => {
    const id = await drafted();
    const seen = (await view(id)).preview?.seen ?? '';
    const click = (by: Ctx = a.officer) => sendAnnouncement(by, { announcementId: id, seen, from });
    const [first, second] = await raceAt('send-announcement:locked', click, click);
    expect([first, second]).toMatchObject([{ ok: true }, { ok: false, reason: 'already_sent' }]);
    expect([(await notices()).length, (await texts()).length]).toEqual([2, 2]);

    const other = await drafted();
    const mark = (await view(other)).preview?.seen ?? '';
    const key = newId();
    const fields = ['announcementId', 'people'];
    const again = () =>
      sendAnnouncement(keyed(a.officer, key, { fields }), {
        announcementId: other,
        seen: mark,
        from,
      });
    expect(await again()).toMatchObject({ ok: true, value: { people: 2 } });
    expect(await again()).toMatchObject({ ok: true, value: { people: 2 } });
    expect((await notices()).length).toBe(4);
  });

  it('reaches one session, or who waits, alone', async () => {
    const second = await drafted({ sessionId: a.second.id });
    expect(await send(second)).toMatchObject({ value: { people: 1 } });
    const waiting = await drafted({ audience: 'waiting' });
    expect(await send(waiting)).toMatchObject({ value: { people: 1 } });
    expect((await notices()).map((row) => row.account_id)).toEqual(sorted(a.both, a.waiting));
  });

  it('reaches who has not confirmed until the time is over, with the time in it', async () => {
    const offer = (until: string) =>
      sqlAsOwner()`update bookings set status = 'offered', offered_at = now(),
        offer_expires_at = now() + ${until}::interval where id = ${a.booking.id}`;
    expect(await draft({ audience: 'unconfirmed' })).toMatchObject({ reason: 'nobody' });
    await offer('1 hour');
    const id = await drafted({ audience: 'unconfirmed', text: '请在{截止}前确认' });
    expect((await view(id)).preview?.sample).toMatch(/请在\d+月\d+日（周.）\d\d:\d\d前确认/);
    await offer('-1 minute');
    expect(await send(id)).toMatchObject({ reason: 'nobody' });
  });

  it('leaves out a stopped account, and texts nobody without a phone', async () => {
    await sqlAsOwner()`update accounts set disabled_at = now() where id = ${a.going.accountId}`;
    await sqlAsOwner()`update accounts set phone_tail = '' where id = ${a.both.accountId}`;
    const id = await drafted();
    expect((await view(id)).preview?.cost).toMatchObject({ people: 1, texts: 0, units: 0 });
    await send(id);
    expect([(await notices()).length, (await texts()).length]).toEqual([1, 0]);
  });

  it('is sent to nobody else than the preview showed', async () => {
    const id = await drafted();
    const seen = (await view(id)).preview?.seen ?? '';
    await sqlAsOwner()`update bookings set status = 'cancelled' where id = ${a.booking.id}`;
    const stale = sendAnnouncement(a.officer, { announcementId: id, seen, from });
    expect(await stale).toMatchObject({ reason: 'changed' });
    expect(await notices()).toEqual([]);
    expect(await send(id)).toMatchObject({ value: { people: 1 } });
  });

  it('leaves by SMS word for word as the preview showed it, counted as the carrier counts it', async () => {
    const id = await drafted({ sessionId: a.second.id, text: '{场次}：请带笔' });
    const preview = (await view(id)).preview;
    expect(preview?.sms).toMatch(/^【.+】工会通知：第二场：请带笔$/);
    expect(preview?.cost).toMatchObject({ texts: 1, units: 1, pointers: 0 });
    await send(id);
    expect(await leavingTexts()).toEqual([
      {
        template: 'announcement',
        params: { text: '第二场：请带笔' },
        text: preview?.sms.replace(/^【.+】/, ''),
      },
    ]);
    await sqlAsOwner()`insert into settings (key, value) values ('announcement_sms_longest', '300')`;
    // One character too many only with the words that stand before it in the template.
    const room = 70 - (preview?.sms.length ?? 0) + '第二场：请带笔'.length;
    const unitsOf = async (length: number) =>
      (await view(await drafted({ sessionId: a.second.id, text: '长'.repeat(length) }))).preview
        ?.cost.units;
    expect([await unitsOf(room), await unitsOf(room + 1)]).toEqual([1, 2]);
  });

  it('too long for one parameter of the carrier says by SMS only that it is there', async () => {
    const id = await drafted({ sessionId: a.second.id, text: '请带'.repeat(20) });
    const preview = (await view(id)).preview;
    expect(preview).toMatchObject({ cost: { texts: 1, units: 1, pointers: 1 }, longest: 35 });
    expect(preview?.sms).toMatch(/^【.+】您报名的“骑手安全课”有新通知，请登录查看。$/);
    await send(id);
    expect(await leavingTexts()).toMatchObject([
      { template: 'announcement_waits', params: { service: '骑手安全课' } },
    ]);
    expect(await notices()).toMatchObject([{ body: '请带'.repeat(20) }]);
  });

  it('is not sent where it would read otherwise than the preview', async () => {
    const id = await drafted();
    const seen = (await view(id)).preview?.seen ?? '';
    await sqlAsOwner()`update offering_sessions set starts_at = starts_at - interval '1 hour'`;
    const stale = sendAnnouncement(a.officer, { announcementId: id, seen, from });
    expect(await stale).toMatchObject({ reason: 'changed' });
    expect(await send(id)).toMatchObject({ ok: true });
  });

  it('with an unknown field, or to nobody, is not even a draft', async () => {
    expect(await draft({ text: '{姓名}您好' })).toMatchObject({
      reason: 'bad_text',
      fieldErrors: { text: expect.stringContaining('{姓名} 不认识') },
    });
    expect(await draft({ audience: 'sent_back' })).toMatchObject({
      reason: 'nobody',
      detail: { label: '等补正的' },
    });
    expect(await draft({ sessionId: newId() })).toMatchObject({ reason: 'no_such_session' });
    expect(await sqlAsOwner()`select 1 from announcements`).toHaveLength(0);
  });

  it('does not exist for the officers of another town, for members, and for who manages other kinds', async () => {
    const id = await drafted();
    const { preview } = await view(id);
    for (const who of [a.stranger, a.women, a.member]) {
      await expect(draft({}, who)).rejects.toThrow(NotFound);
      const asked = { announcementId: id, seen: preview?.seen ?? '', from };
      await expect(sendAnnouncement(who, asked)).rejects.toThrow(NotFound);
      await expect(withdrawAnnouncement(who, asked)).rejects.toThrow(NotFound);
    }
    const seen = await read(a.stranger, (tx) => tx.db.execute('select 1 from announcements'));
    expect(seen).toHaveLength(0);
  });

  it('leaves a line in the ledger with numbers, and without its words', async () => {
    await send(await drafted());
    const rows = await sqlAsOwner()`select action, after from audit_entries
      where entity_type = 'announcement' order by id`;
    expect(rows.map((row) => row.action)).toEqual(['draft_announcement', 'send_announcement']);
    expect(rows[1]?.after).toMatchObject({ people: 2, texts: 2, audience: 'joined' });
    expect(JSON.stringify(rows)).not.toContain('请准时到');
  });
});

describe('a message of a screening', () => {
  it('says by SMS and in its title nothing of what it is', async () => {
    await resetDb();
    a = await arranged('screening');
    const id = await drafted({ text: '{服务}请空腹来' }, a.women);
    const shown = (await view(id, a.women)).preview;
    expect(shown?.sms).toMatch(/^【.+】您有一条健康服务通知，请登录查看。$/);
    await send(id, a.women);
    const [notice] = await notices();
    expect(notice).toMatchObject({ title: '请查看健康服务通知', body: '骑手安全课请空腹来' });
    await expect(draft({}, a.officer)).rejects.toThrow(NotFound);
  });
});

describe('a message taken back', () => {
  const withdraw = (announcementId: string) =>
    withdrawAnnouncement(a.officer, { announcementId, from });

  it('is seen by nobody, and no text leaves', async () => {
    const id = await drafted();
    expect(await withdraw(id)).toMatchObject({ reason: 'not_sent' });
    await send(id);
    expect(await withdraw(id)).toMatchObject({ ok: true });
    expect(await notices()).toEqual([]);
    expect((await texts()).map((row) => row.status)).toEqual(['cancelled', 'cancelled']);
    expect(await withdraw(id)).toMatchObject({ reason: 'not_sent' });
    expect(await send(id)).toMatchObject({ reason: 'already_sent' });
  });

  it('stays where a text has left', async () => {
    const id = await drafted();
    await send(id);
    await sqlAsOwner()`update outbox set status = 'sent' where account_id = ${a.going.accountId}`;
    expect(await withdraw(id)).toMatchObject({ reason: 'gone_out' });
    expect(await notices()).toHaveLength(2);
  });
});

describe('what became of a message', () => {
  it('is shown for each of its people: read or not, and how the text fared', async () => {
    const id = await drafted();
    await send(id);
    await sqlAsOwner()`update notices set read_at = now() where account_id = ${a.going.accountId}`;
    await sqlAsOwner()`update outbox set status = 'failed', last_error = 'timeout'
      where account_id = ${a.both.accountId}`;
    const all = (await view(id)).delivery;
    expect(all?.progress).toMatchObject({ people: 2, read: 1, sent: 0, waiting: 1, failed: 1 });
    expect(all?.lines.map((line) => line.attendees)).toEqual(['陈**', '罗**']);
    const only = async (which: 'unread' | 'undelivered') =>
      (await getAnnouncement(a.officer, a.offering, id, { ...query, only: which })).delivery?.lines;
    expect(await only('unread')).toMatchObject([{ accountId: a.both.accountId }]);
    expect(await only('undelivered')).toMatchObject([{ error: 'timeout' }]);
  });
});
