import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { raceAt } from '@/db/testing/waits';
import { archiveSegment } from '@/features/segments/commands/archive-segment';
import { changeSegment } from '@/features/segments/commands/save-segment';
import { changeSegmentInput } from '@/features/segments/schema/segment';
import {
  type Arranged,
  arranged,
  definedAs,
  storedSegment,
} from '@/features/segments/segments.test-helpers';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getSegmentMessage } from '../queries/announcement';
import { listSegmentMessages } from '../queries/announcements';
import { draftSegmentMessage } from './draft-segment-message';
import { sendAnnouncement } from './send-announcement';
import { withdrawAnnouncement } from './withdraw-announcement';

const query = { only: undefined, page: 1, done: undefined };
const from = 'desk' as const;
const everyone = [{ kind: 'joined', from: '2000-01-01' }];

let a: Arranged;
let segmentId: string;
beforeEach(async () => {
  await resetDb();
  a = await arranged();
  segmentId = await storedSegment(a.district, a.tree.district.id, everyone);
});

const draft = (by: Ctx, organisationId: string, more = {}) =>
  draftSegmentMessage(by, { segmentId, organisationId, text: '请登录看看', bySms: true, ...more });
async function drafted(...given: Parameters<typeof draft>): Promise<string> {
  const made = await draft(...given);
  if (!made.ok) throw new Error(made.reason);
  return made.value.announcementId;
}
const view = (by: Ctx, id: string, asked = {}) =>
  getSegmentMessage(by, segmentId, id, { ...query, ...asked });
async function send(by: Ctx, id: string) {
  const seen = (await view(by, id)).preview?.seen ?? '';
  return sendAnnouncement(by, { announcementId: id, seen, from });
}
const notices = async () =>
  (
    await sqlAsOwner()`select account_id, title, body, link from notices
      where dedupe_key like 'announcement:%' and cancelled_at is null`
  ).map((row) => ({ ...row }));
const texts = () => sqlAsOwner()`select template, status, send_after > now() as later from outbox
  where dedupe_key like 'announcement:%'`;

describe('a message to a segment', () => {
  it('is counted and read before it leaves, then goes to each member of the sender’s own once', async () => {
    const id = await drafted(a.town, a.tree.town.id);
    const { preview } = await view(a.town, id);
    expect(preview).toMatchObject({ cost: { people: 2, texts: 2 }, sample: '请登录看看' });
    expect(preview?.lines.map((line) => line.attendees).sort()).toEqual(['罗大满', '陈一帆']);
    expect(await notices()).toEqual([]);
    expect(await send(a.town, id)).toMatchObject({ ok: true, value: { people: 2, segmentId } });
    const sent = await notices();
    expect(sent.map((row) => row.account_id).sort()).toEqual(
      [a.chen.accountId, a.luo.accountId].sort(),
    );
    expect(sent[0]).toMatchObject({ body: '请登录看看', link: null });
    expect(JSON.stringify(sent)).not.toContain('新近入会的');
    expect((await texts()).map((row) => row.template)).toEqual(['announcement', 'announcement']);
    expect((await texts()).every((row) => row.later && row.status === 'waiting')).toBe(true);
    expect(
      await sendAnnouncement(a.town, { announcementId: id, seen: '0'.repeat(16), from }),
    ).toMatchObject({ reason: 'already_sent' });
  });

  it('goes out once under two clicks', async () => {
    const id = await drafted(a.union, a.tree.union.id);
    const seen = (await view(a.union, id)).preview?.seen ?? '';
    const click = () => sendAnnouncement(a.union, { announcementId: id, seen, from });
    const both = await raceAt('send-announcement:locked', click, click);
    expect(both).toMatchObject([{ ok: true }, { ok: false, reason: 'already_sent' }]);
    expect(await notices()).toHaveLength(1);
  });

  it('reaches no stopped account, and is not sent to others than were shown', async () => {
    const id = await drafted(a.town, a.tree.town.id);
    const seen = (await view(a.town, id)).preview?.seen ?? '';
    await sqlAsOwner()`update accounts set disabled_at = now() where id = ${a.luo.accountId}`;
    expect(await sendAnnouncement(a.town, { announcementId: id, seen, from })).toMatchObject({
      reason: 'changed',
    });
    expect(await send(a.town, id)).toMatchObject({ value: { people: 1 } });
  });

  it('keeps the conditions it was written with and the list it was sent to', async () => {
    const id = await drafted(a.district, a.tree.district.id);
    const none = JSON.stringify(definedAs([{ kind: 'joined', to: '1990-01-01' }]));
    await changeSegment(
      a.district,
      changeSegmentInput.parse({ segmentId, version: 1, name: '改了', definition: none }),
    );
    expect(await send(a.district, id)).toMatchObject({ value: { people: 3 } });
    expect(await draft(a.district, a.tree.district.id)).toMatchObject({ reason: 'nobody' });
    await sqlAsOwner()`update memberships set status = 'left', ended_on = current_date`;
    expect((await view(a.district, id)).delivery).toMatchObject({
      progress: { people: 3, read: 0, waiting: 3 },
    });
  });

  it('shows who has read it, whose text failed, and can be taken back before the first text', async () => {
    const id = await drafted(a.town, a.tree.town.id);
    await send(a.town, id);
    const sql = sqlAsOwner();
    await sql`update notices set read_at = now() where account_id = ${a.chen.accountId}`;
    await sql`update outbox set status = 'failed' where account_id = ${a.luo.accountId}`;
    expect((await view(a.town, id)).delivery).toMatchObject({
      progress: { people: 2, read: 1, failed: 1 },
    });
    const { delivery } = await view(a.town, id, { only: 'unread' });
    expect(delivery?.lines).toMatchObject([{ attendees: '罗大满', personId: a.luo.personId }]);
    const other = await drafted(a.union, a.tree.union.id);
    await send(a.union, other);
    expect(await withdrawAnnouncement(a.union, { announcementId: other, from })).toMatchObject({
      ok: true,
      value: { segmentId },
    });
    const looks = await sql`select 1 from audit_entries where action = 'view_segment_message'`;
    expect(looks.length).toBeGreaterThan(1);
  });

  it('is written only from an organisation of one’s own that the segment is shared with', async () => {
    await expect(draft(a.union, a.tree.town.id)).rejects.toThrow(NotFound);
    await expect(draft(a.town, a.tree.otherTown.id)).rejects.toThrow(NotFound);
    await expect(draft(a.town, newId())).rejects.toThrow(NotFound);
    const own = await storedSegment(a.town, a.tree.town.id, everyone);
    await expect(draft(a.otherTown, a.tree.otherTown.id, { segmentId: own })).rejects.toThrow(
      NotFound,
    );
    await expect(draft(a.viewer, a.tree.town.id)).rejects.toThrow();
    await archiveSegment(a.district, { segmentId, version: 1 });
    await expect(draft(a.town, a.tree.town.id)).rejects.toThrow(NotFound);
  });

  it('is neither read, sent nor taken back by a neighbour, the union below or a viewer', async () => {
    const id = await drafted(a.town, a.tree.town.id);
    for (const by of [a.otherTown, a.union, a.viewer]) {
      await expect(view(by, id)).rejects.toThrow(NotFound);
      await expect(
        sendAnnouncement(by, { announcementId: id, seen: '0'.repeat(16), from }),
      ).rejects.toThrow(NotFound);
      await expect(withdrawAnnouncement(by, { announcementId: id, from })).rejects.toThrow(
        NotFound,
      );
    }
    expect(await listSegmentMessages(a.union, segmentId)).toEqual([]);
    expect(await listSegmentMessages(a.town, segmentId)).toHaveLength(1);
    const other = await storedSegment(a.town, a.tree.town.id, everyone);
    await expect(getSegmentMessage(a.town, other, id, query)).rejects.toThrow(NotFound);
  });

  it('takes no braces, and no more people than the setting says', async () => {
    expect(await draft(a.town, a.tree.town.id, { text: '{服务}请看' })).toMatchObject({
      reason: 'bad_text',
      fieldErrors: { text: '发给人群的消息没有栏目，请去掉大括号' },
    });
    await sqlAsOwner()`insert into settings (key, value) values ('segment_message_most', '1')`;
    expect(await draft(a.town, a.tree.town.id)).toMatchObject({
      reason: 'too_many',
      detail: { n: 2, most: 1 },
    });
  });
});
