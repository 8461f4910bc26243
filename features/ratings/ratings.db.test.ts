import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { bookings } from '@/db/schema/bookings';
import { ratings, ratingTasks } from '@/db/schema/ratings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { type AccountActor, system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { answerTask } from './commands/answer-task';
import { confirmTask } from './commands/confirm-task';
import { rateCase } from './commands/rate-case';
import { askForRatings, escalateOverdue } from './commands/tend-ratings';
import { personalData } from './personal-data';
import { listRatingTasks, openRatingTask } from './queries/desk-ratings';
import { getMyRating } from './queries/my-rating';
import { readJoinRating, readOfferingRating } from './queries/summary';
import { rateInput } from './schema';

/** A service of 甲街道 (a screening: of the district) that six members of one union attended. */
async function aService(kind: 'training' | 'screening' = 'training') {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const organiser = kind === 'screening' ? tree.district : tree.town;
    const offering = await anOffering(tx, { kind, organisationId: organiser.id, title: '面点课' });
    const startsAt = new Date(tx.now.getTime() - 5 * 3_600_000);
    const endsAt = new Date(tx.now.getTime() - 2 * 3_600_000);
    const session = await aSession(tx, { offeringId: offering.id, startsAt, endsAt });
    const visits: { id: string; actor: AccountActor; personId: string }[] = [];
    for (let n = 0; n < 6; n++) {
      const member = await aMember(tx, { organisationId: tree.union.id });
      const id = newId();
      await tx.db.insert(bookings).values({
        id,
        number: `BM-${id.slice(-6)}`,
        sessionId: session.id,
        offeringId: offering.id,
        kind,
        accountId: member.accountId,
        personId: member.personId,
        attendeeId: member.personId,
        organisationId: tree.union.id,
        organiserId: organiser.id,
        status: 'attended',
        period: `{[${startsAt.toISOString()},${endsAt.toISOString()})}`,
        attendeeMasked: '陈**',
        phoneTail: '0001',
        createdAt: tx.now,
      });
      visits.push({ id, actor: actorOf(member), personId: member.personId });
    }
    return {
      tree,
      offering,
      visits,
      town: (await anOfficer(tx, 'town_admin', tree.town.id)).actor,
      union: (await anOfficer(tx, 'union_admin', tree.union.id)).actor,
      women: (await anOfficer(tx, 'women_officer', tree.district.id)).actor,
      viewer: (await anOfficer(tx, 'viewer', tree.district.id)).actor,
    };
  });
}
type Service = Awaited<ReturnType<typeof aService>>;

const visit = (s: Service, n: number) => {
  const found = s.visits[n];
  if (!found) throw new Error('no such visit');
  return found;
};
const rate = (
  s: Service,
  n: number,
  level: number,
  more: { reasons?: string[]; comment?: string; by?: AccountActor } = {},
) =>
  rateCase(
    as(more.by ?? visit(s, n).actor),
    rateInput.parse({
      entityType: 'booking',
      entityId: visit(s, n).id,
      level: String(level),
      reasons: more.reasons ?? [],
      comment: more.comment ?? '',
    }),
  );
async function taskOf() {
  const [row] = await sqlAsOwner()`
    select t.*, r.comment_sealed from rating_tasks t join ratings r on r.id = t.rating_id`;
  if (!row) throw new Error('no task');
  return row;
}
const scene = () => makeCtx(system());

beforeEach(resetDb);

describe('好差评', () => {
  it('is one of a case, may be changed for a day, and its words are sealed', async () => {
    const s = await aService();
    expect(await rate(s, 0, 5, { reasons: ['fast'], comment: '老师讲得好' })).toMatchObject({
      ok: true,
    });
    expect(await rate(s, 0, 4)).toMatchObject({ ok: true });
    const rows = await sqlAsOwner()`select level, version, comment_sealed from ratings`;
    expect(rows).toMatchObject([{ level: 4, version: 2, comment_sealed: null }]);
    await rate(s, 1, 5, { comment: '老师讲得好' });
    const [sealed] = await sqlAsOwner()`select comment_sealed from ratings where level = 5`;
    expect(sealed?.comment_sealed).not.toContain('老师');
    const mine = await getMyRating(as(visit(s, 1).actor), 'booking', visit(s, 1).id);
    expect(mine.rating?.comment).toBe('老师讲得好');
    await sqlAsOwner()`update ratings set changeable_until = now()`;
    expect(await rate(s, 0, 1)).toMatchObject({ ok: false, reason: 'too_late' });
    const audit = await sqlAsOwner()`select action, after from audit_entries
      where action in ('rate_case', 'change_rating') order by id`;
    expect(audit.map((a) => a.action)).toEqual(['rate_case', 'change_rating', 'rate_case']);
    expect(JSON.stringify(audit)).not.toContain('老师');
  });

  it('is refused before the end, for another’s case, and with reasons of another level', async () => {
    const s = await aService();
    await sqlAsOwner()`update bookings set status = 'booked' where id = ${visit(s, 0).id}`;
    expect(await rate(s, 0, 5)).toMatchObject({ reason: 'not_done' });
    for (const by of [visit(s, 2).actor, s.town, s.union]) {
      await expect(rate(s, 1, 5, { by })).rejects.toThrow(NotFound);
    }
    expect(() => rate(s, 1, 5, { reasons: ['rude'] })).toThrow();
  });

  it('is one though two tabs send it', async () => {
    const s = await aService();
    const results = await Promise.all([rate(s, 0, 1), rate(s, 0, 2)]);
    expect(results.map((r) => r.ok)).toEqual([true, true]);
    expect(await sqlAsOwner()`select 1 from ratings`).toHaveLength(1);
    expect(await sqlAsOwner()`select 1 from rating_tasks`).toHaveLength(1);
  });

  it('stands as an average from five on, over all terms of a service', async () => {
    const s = await aService();
    for (const [n, level] of [5, 5, 4, 3].entries()) await rate(s, n, level);
    const seen = () => readOfferingRating(as({ kind: 'anonymous' }), s.offering.id);
    expect(await seen()).toEqual({ summary: null, minimum: 5 });
    await rate(s, 4, 1);
    expect((await seen()).summary).toEqual({ count: 5, average: '3.6', goodPercent: 80 });
    const next = await arrange((tx) =>
      anOffering(tx, { organisationId: s.tree.town.id, copiedFrom: s.offering.id }),
    );
    expect((await readOfferingRating(as({ kind: 'anonymous' }), next.id)).summary?.count).toBe(5);
    expect((await readJoinRating(as({ kind: 'anonymous' }))).summary).toBeNull();
  });

  it('may be given to a decided application, by its applicant', async () => {
    const s = await aService();
    const made = await arrange(async (tx) => {
      await aDictionary(tx);
      const account = await aMember(tx, { organisationId: s.tree.union.id });
      const application = await anApplication(tx, {
        account,
        organisationId: s.tree.union.id,
        deskId: s.tree.union.id,
        status: 'approved',
        number: 'RH26-1124-0001',
      });
      return { account, id: application.id };
    });
    const input = {
      entityType: 'application' as const,
      entityId: made.id,
      reasons: [],
      comment: '',
    };
    const send = (by: AccountActor) => rateCase(as(by), rateInput.parse({ ...input, level: '2' }));
    await expect(send(visit(s, 0).actor)).rejects.toThrow(NotFound);
    expect(await send(actorOf(made.account))).toMatchObject({ ok: true });
    const { open } = await listRatingTasks(as(s.union));
    expect(open).toMatchObject([{ kind: 'join', caseNumber: 'RH26-1124-0001' }]);
  });
});

describe('a poor rating', () => {
  it('becomes a task of 15 working days, is answered, and the person says whether it is solved', async () => {
    const s = await aService();
    await rate(s, 0, 2, { reasons: ['slow'], comment: '等了两小时' });
    const task = await taskOf();
    expect(task).toMatchObject({ status: 'open', organiser_id: s.tree.town.id });
    const days = (new Date(task.due_on).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(18);
    const seen = await openRatingTask(as(s.town), task.rating_id);
    expect(seen).toMatchObject({ comment: '等了两小时', reasons: ['slow'] });
    expect(JSON.stringify(seen)).not.toContain(visit(s, 0).personId);
    const answer = (version: number) =>
      answerTask(as(s.town), { ratingId: task.rating_id, version, answer: '已加一名签到员' });
    expect(await answer(9)).toMatchObject({ reason: 'stale' });
    expect(await answer(1)).toMatchObject({ ok: true });
    const [notified] =
      await sqlAsOwner()`select account_id, title from notices where title like '您的评价%'`;
    expect(notified?.account_id).toBe(visit(s, 0).actor.accountId);
    expect(await rate(s, 0, 5)).toMatchObject({ reason: 'being_handled' });
    const confirm = (solved: 'yes' | 'no', by = visit(s, 0).actor) =>
      confirmTask(as(by), { ratingId: task.rating_id, solved });
    await expect(confirm('yes', visit(s, 1).actor)).rejects.toThrow(NotFound);
    await expect(confirm('yes', s.town)).rejects.toThrow(Forbidden);
    expect(await confirm('no')).toMatchObject({ ok: true });
    expect(await taskOf()).toMatchObject({ status: 'open', escalated_at: expect.any(Date) });
    expect(await confirm('yes')).toMatchObject({ reason: 'not_answered' });
    expect(await answer(3)).toMatchObject({ ok: true });
    expect(await confirm('yes')).toMatchObject({ ok: true });
    expect(await taskOf()).toMatchObject({ status: 'solved' });
  });

  it('taken back within the day takes its task back', async () => {
    const s = await aService();
    await rate(s, 0, 1);
    await rate(s, 0, 4);
    expect(await taskOf()).toMatchObject({ status: 'withdrawn' });
    await rate(s, 0, 1);
    expect(await taskOf()).toMatchObject({ status: 'open' });
  });

  it('is flagged once when nobody has answered in time', async () => {
    const s = await aService();
    await rate(s, 0, 1);
    expect(await escalateOverdue(scene())).toBe(0);
    await sqlAsOwner()`update rating_tasks set due_on = current_date - 3`;
    expect([await escalateOverdue(scene()), await escalateOverdue(scene())]).toEqual([1, 0]);
    expect((await taskOf()).escalated_at).not.toBeNull();
  });

  it('is the organiser’s: other officers neither list, open nor answer it', async () => {
    const s = await aService();
    await rate(s, 0, 1);
    const { rating_id: ratingId } = await taskOf();
    for (const by of [s.union, s.women]) {
      expect((await listRatingTasks(as(by))).open).toEqual([]);
      await expect(openRatingTask(as(by), ratingId)).rejects.toThrow(NotFound);
      const sent = answerTask(as(by), { ratingId, version: 1, answer: '不该由我答复' });
      await expect(sent).rejects.toThrow(by === s.union ? NotFound : Forbidden);
    }
    await expect(listRatingTasks(as(s.viewer))).rejects.toThrow(Forbidden);
    await expect(listRatingTasks(as(visit(s, 0).actor))).rejects.toThrow(Forbidden);
  });
});

describe('a rating of a screening', () => {
  it('shows the employer’s union nothing, and its own officer no person and no number', async () => {
    const s = await aService('screening');
    await rate(s, 0, 1, { comment: '排队太久' });
    const rowsOf = (actor: AccountActor) =>
      read(as(actor), async (tx) => [
        ...(await tx.db.select().from(ratings)),
        ...(await tx.db.select().from(ratingTasks)),
      ]);
    for (const by of [s.union, s.town]) {
      expect(await rowsOf(by)).toEqual([]);
      expect((await listRatingTasks(as(by))).open).toEqual([]);
    }
    const { open } = await listRatingTasks(as(s.women));
    expect(open).toMatchObject([{ kind: 'screening', caseNumber: null }]);
    await answerTask(as(s.women), {
      ratingId: open[0]?.ratingId ?? '',
      version: 1,
      answer: '已请医院加开窗口',
    });
    const texts = await sqlAsOwner()`select title, body from notices`;
    expect(texts).toMatchObject([{ title: '请查看健康服务通知' }]);
  });
});

describe('asking', () => {
  it('is done once for each case that is over, and not where it was rated already', async () => {
    const s = await aService();
    await rate(s, 0, 5);
    await sqlAsOwner()`update bookings set status = 'absent' where id = ${visit(s, 1).id}`;
    expect([await askForRatings(scene()), await askForRatings(scene())]).toEqual([4, 0]);
    const asked = await sqlAsOwner()`select link from notices where title like '办得怎么样%'`;
    expect(asked).toHaveLength(4);
  });
});

it('a rating is handed out to the person, and the words go with them', async () => {
  const s = await aService();
  await rate(s, 0, 2, { comment: '等了两小时' });
  const { personId } = visit(s, 0);
  const handed = await arrange((tx) => personalData.export(tx, personId));
  expect(handed.ratings).toMatchObject([{ level: 2, comment: '等了两小时' }]);
  expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(1);
  expect((await taskOf()).comment_sealed).toBeNull();
});
