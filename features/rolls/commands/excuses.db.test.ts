import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { excuseReason } from '@/db/schema/absences';
import { bookings } from '@/db/schema/bookings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { appealAbsence } from '@/features/absences/commands/appeal-absence';
import { decideAppeal } from '@/features/absences/commands/decide-appeal';
import { excuseAbsence } from '@/features/absences/commands/excuse-absence';
import { personalData } from '@/features/absences/personal-data';
import { listAppeals, openAppeal } from '@/features/absences/queries/desk-appeals';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { type AccountActor, system } from '@/lib/actor';
import { openField } from '@/lib/crypto/field';
import { makeCtx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { markAttendance } from './mark-attendance';
import { warnAllAbsent } from './warn-absent';

const hour = 3_600_000;

/** A member with three courses that began an hour ago, ten and twenty days ago, and one to come. */
async function aStory(rules: Record<string, unknown> = {}) {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const member = await aMember(tx, { organisationId: tree.union.id });
    const town = tree.town.id;
    const missed: { bookingId: string; sessionId: string }[] = [];
    for (const ago of [20 * 24, 10 * 24, 1]) {
      const offering = await anOffering(tx, { organisationId: town, rules });
      const startsAt = new Date(tx.now.getTime() - ago * hour);
      const endsAt = new Date(startsAt.getTime() + 2 * hour);
      const session = await aSession(tx, { offeringId: offering.id, startsAt, endsAt });
      const id = newId();
      await tx.db.insert(bookings).values({
        id,
        number: `BM-${id.slice(-6)}`,
        sessionId: session.id,
        offeringId: offering.id,
        kind: 'training',
        accountId: member.accountId,
        personId: member.personId,
        attendeeId: member.personId,
        organisationId: tree.union.id,
        organiserId: town,
        status: 'booked',
        period: `{[${startsAt.toISOString()},${endsAt.toISOString()})}`,
        attendeeMasked: '陈**',
        phoneTail: '0001',
        createdAt: tx.now,
      });
      await tx.db.execute(
        sql`update session_capacity set taken = 1 where session_id = ${session.id}`,
      );
      missed.push({ bookingId: id, sessionId: session.id });
    }
    const next = await anOffering(tx, { organisationId: town, rules });
    const session = await aSession(tx, { offeringId: next.id });
    return {
      tree,
      member: actorOf(member),
      personId: member.personId,
      other: actorOf(await aMember(tx, { organisationId: tree.union.id, name: '李明' })),
      town: (await anOfficer(tx, 'town_admin', town)).actor,
      union: (await anOfficer(tx, 'union_admin', tree.union.id)).actor,
      women: (await anOfficer(tx, 'women_officer', tree.district.id)).actor,
      viewer: (await anOfficer(tx, 'viewer', tree.district.id)).actor,
      missed,
      wish: { offeringId: next.id, sessionId: session.id, who: 'self' },
    };
  });
}
type Story = Awaited<ReturnType<typeof aStory>>;
const at = (story: Story, n: number) => {
  const found = story.missed[n];
  if (!found) throw new Error('no such absence');
  return found;
};

const book = (s: Story) => bookPlace(as(s.member), bookPlaceInput.parse(s.wish));
const absent = (s: Story, n: number, to: 'absent' | 'booked' | 'attended' = 'absent') =>
  markAttendance(as(s.town), { ...at(s, n), to });
async function allAbsent(s: Story) {
  for (const n of [0, 1, 2]) expect(await absent(s, n)).toMatchObject({ ok: true });
}
const appeal = (actor: AccountActor, bookingId: string) =>
  appealAbsence(as(actor), { bookingId, reason: '孩子发烧，已打电话说明' });
const decide = (actor: AccountActor, bookingId: string, to: 'accepted' | 'refused', version = 1) =>
  decideAppeal(as(actor), { bookingId, to, version, answer: '请提前取消', back: undefined });

beforeEach(resetDb);

describe('爽约', () => {
  it('warns after each, and bars from the same kind after the third', async () => {
    const s = await aStory();
    await absent(s, 0);
    await absent(s, 1);
    const bodies = () =>
      sqlAsOwner()`select body from notices where title like '您没有到场%' order by created_at`;
    expect((await bodies())[1]?.body).toContain('90 天内已 2 次，满 3 次 30 天不能再报同类服务');
    await absent(s, 2);
    expect((await bodies())[2]?.body).toMatch(/已 3 次，.*起才能再报同类服务/);
    const refused = await book(s);
    expect(refused).toMatchObject({ ok: false, reason: 'ineligible', detail: { rule: 'no_show' } });
    if (!refused.ok) expect(refused.detail?.href).toBe(`/me/bookings/${at(s, 2).bookingId}/appeal`);
  });

  it('does not bar where the offering has it off, or has its own numbers', async () => {
    const off = await aStory({ noShow: 'off' });
    await allAbsent(off);
    expect(await book(off)).toMatchObject({ ok: true });
    const strict = await aStory({ noShowLimit: 1 });
    await absent(strict, 1);
    expect(await book(strict)).toMatchObject({ detail: { rule: 'no_show' } });
  });

  it('takes the warning back with the mark', async () => {
    const s = await aStory();
    await absent(s, 0);
    await absent(s, 0, 'attended');
    const [notice] =
      await sqlAsOwner()`select cancelled_at from notices where title like '您没有到场%'`;
    expect(notice?.cancelled_at).not.toBeNull();
  });
});

describe('an appeal', () => {
  it('is made once, sealed, and lifts the bar when it is accepted', async () => {
    const s = await aStory();
    await allAbsent(s);
    const { bookingId } = at(s, 2);
    expect(await appeal(s.member, bookingId)).toMatchObject({ ok: true });
    expect(await appeal(s.member, bookingId)).toMatchObject({ reason: 'already_appealed' });
    const [row] = await sqlAsOwner()`select * from absence_excuses`;
    expect(row?.reason_sealed).not.toContain('发烧');
    expect(openField(row?.reason_sealed, excuseReason(bookingId))).toContain('发烧');
    expect(await book(s)).toMatchObject({ ok: false });
    const { waiting } = await listAppeals(as(s.town));
    expect(waiting.map((line) => line.bookingId)).toEqual([bookingId]);
    expect(await openAppeal(as(s.town), bookingId)).toMatchObject({
      reason: '孩子发烧，已打电话说明',
      noShowStatus: { count: 3 },
    });
    expect(await decide(s.town, bookingId, 'accepted')).toMatchObject({ ok: true });
    expect(await book(s)).toMatchObject({ ok: true });
    const done = await sqlAsOwner()`select action from audit_entries
      where action in ('appeal_absence', 'view_appeal', 'accept_appeal') order by id`;
    expect(done.map((a) => a.action)).toEqual(['appeal_absence', 'view_appeal', 'accept_appeal']);
    expect(await sqlAsOwner()`select 1 from notices where title like '申诉成立%'`).toHaveLength(1);
  });

  it('still counts when it is refused, and the person reads why', async () => {
    const s = await aStory();
    await allAbsent(s);
    const { bookingId } = at(s, 2);
    await appeal(s.member, bookingId);
    expect(await decide(s.town, bookingId, 'refused')).toMatchObject({ ok: true });
    expect(await decide(s.town, bookingId, 'accepted', 2)).toMatchObject({ reason: 'decided' });
    const refused = await book(s);
    expect(refused).toMatchObject({ ok: false });
    if (!refused.ok) expect(refused.detail?.href).toBe(`/me/bookings/${at(s, 1).bookingId}/appeal`);
    const [notified] = await sqlAsOwner()`select body from notices where title like '申诉不成立%'`;
    expect(notified?.body).toContain('请提前取消');
  });

  it('is one’s own: nobody else makes it, and only the organiser’s officer answers it', async () => {
    const s = await aStory();
    await allAbsent(s);
    const { bookingId } = at(s, 2);
    await expect(appeal(s.other, bookingId)).rejects.toThrow(NotFound);
    await expect(appeal(s.union, bookingId)).rejects.toThrow(Forbidden);
    await appeal(s.member, bookingId);
    await expect(decide(s.member, bookingId, 'accepted')).rejects.toThrow(Forbidden);
    await expect(decide(s.union, bookingId, 'accepted')).rejects.toThrow(NotFound);
    await expect(decide(s.women, bookingId, 'accepted')).rejects.toThrow(Forbidden);
    for (const actor of [s.union, s.women]) {
      expect((await listAppeals(as(actor))).waiting).toEqual([]);
      await expect(openAppeal(as(actor), bookingId)).rejects.toThrow(NotFound);
    }
    await expect(listAppeals(as(s.viewer))).rejects.toThrow(Forbidden);
  });

  it('is for an absence only', async () => {
    const s = await aStory();
    expect(await appeal(s.member, at(s, 0).bookingId)).toMatchObject({ reason: 'not_absent' });
  });

  it('is made once though two tabs send it', async () => {
    const s = await aStory();
    await allAbsent(s);
    const { bookingId } = at(s, 0);
    const results = await Promise.all([appeal(s.member, bookingId), appeal(s.member, bookingId)]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
  });

  it('is handed out, and its words go with the person', async () => {
    const s = await aStory();
    await allAbsent(s);
    await appeal(s.member, at(s, 0).bookingId);
    const handed = await arrange((tx) => personalData.export(tx, s.personId));
    expect(handed.appeals[0]?.reason).toContain('发烧');
    expect(await arrange((tx) => personalData.erase(tx, s.personId))).toBe(1);
    const [row] = await sqlAsOwner()`select reason_sealed from absence_excuses`;
    expect(row?.reason_sealed).toBeNull();
  });
});

describe('现场豁免', () => {
  it('lifts the bar, may be taken back, and is the organiser’s alone', async () => {
    const s = await aStory();
    await allAbsent(s);
    const { bookingId } = at(s, 2);
    const excuse = (actor: AccountActor, to: 'excused' | 'none') =>
      excuseAbsence(as(actor), { bookingId, to });
    await expect(excuse(s.member, 'excused')).rejects.toThrow(Forbidden);
    await expect(excuse(s.union, 'excused')).rejects.toThrow(Forbidden);
    expect(await excuse(s.town, 'excused')).toMatchObject({ ok: true });
    expect(await appeal(s.member, bookingId)).toMatchObject({ reason: 'already_excused' });
    expect(await excuse(s.town, 'none')).toMatchObject({ ok: true });
    expect(await book(s)).toMatchObject({ ok: false });
    await excuse(s.town, 'excused');
    expect(await book(s)).toMatchObject({ ok: true });
  });

  it('waits for the answer where the person has appealed', async () => {
    const s = await aStory();
    await allAbsent(s);
    const { bookingId } = at(s, 2);
    await appeal(s.member, bookingId);
    expect(await excuseAbsence(as(s.town), { bookingId, to: 'excused' })).toMatchObject({
      reason: 'has_appeal',
    });
  });
});

describe('请假 on the roll', () => {
  const leave = (s: Story, n: number, cause: 'work' | 'family' = 'work') =>
    markAttendance(as(s.town), { ...at(s, n), to: 'excused', cause });
  const excuses = () => sqlAsOwner()`select status, cause from absence_excuses`;
  const notices = () => sqlAsOwner()`select 1 from notices where title like '您没有到场%'`;

  it('is an absence that is excused at once: it neither counts nor warns', async () => {
    const s = await aStory({ noShowLimit: 1 });
    expect(await leave(s, 2)).toMatchObject({ ok: true, value: { marked: 1 } });
    expect(await excuses()).toEqual([{ status: 'excused', cause: 'work' }]);
    expect(await book(s)).toMatchObject({ ok: true });
    await warnAllAbsent(makeCtx(system()));
    expect(await notices()).toHaveLength(0);
    const [entry] = await sqlAsOwner()`select kind, cause from check_ins`;
    expect(entry).toEqual({ kind: 'excused', cause: 'work' });
    const [event] = await sqlAsOwner()`select note from booking_events where type = 'absent'`;
    expect(event?.note).toBe('请假：工作走不开');
  });

  it('said twice is said once', async () => {
    const s = await aStory();
    await leave(s, 0);
    expect(await leave(s, 0, 'family')).toMatchObject({ ok: true });
    expect(await excuses()).toEqual([{ status: 'excused', cause: 'work' }]);
    expect(await sqlAsOwner()`select 1 from check_ins`).toHaveLength(1);
  });

  it('turns a counted absence of a stale page into an excused one and takes its warning back', async () => {
    const s = await aStory({ noShowLimit: 1 });
    await absent(s, 2);
    await leave(s, 2);
    expect(await book(s)).toMatchObject({ ok: true });
    const [notice] =
      await sqlAsOwner()`select cancelled_at from notices where title like '您没有到场%'`;
    expect(notice?.cancelled_at).not.toBeNull();
  });

  it('goes with the mark: an absence marked later counts', async () => {
    const s = await aStory({ noShowLimit: 1 });
    await leave(s, 2);
    await absent(s, 2, 'booked');
    expect(await excuses()).toEqual([]);
    await absent(s, 2);
    expect(await book(s)).toMatchObject({ detail: { rule: 'no_show' } });
  });
});

describe('the net under the warnings', () => {
  it('tells once of an absence that another roll has written', async () => {
    const s = await aStory();
    await sqlAsOwner()`update bookings set status = 'absent', updated_at = now()
      where id = ${at(s, 0).bookingId}`;
    const run = () => warnAllAbsent(makeCtx(system()));
    expect([(await run()).done, (await run()).done]).toEqual([1, 0]);
    const notified = await sqlAsOwner()`select 1 from notices where title like '您没有到场%'`;
    expect(notified).toHaveLength(1);
  });
});
