import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aSession } from '@/db/factories/offerings';
import { bookAsMember, copyAsOfficer } from '@/db/factories/through-the-door';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { changeQuestion } from './commands/change-question';
import { answerColumns } from './queries/answer-columns';
import { findDraft, getOwnAnswers } from './queries/own-answers';
import { aScene, ask, fillIn, formVersion, question, type Scene } from './questions.test-helpers';
import { changeQuestionInput } from './schema/manage-question';

beforeEach(resetDb);

/** A course of two sessions, with one question for all and one for the second alone. */
async function twoClasses() {
  const scene = await aScene();
  const second = await arrange((tx) =>
    aSession(tx, { offeringId: scene.offering.id, capacity: 10, title: '四五年级班' }),
  );
  const size = await ask(scene, { label: '衣服尺码', required: 'yes' });
  const swims = await ask(scene, { label: '会不会游泳', required: 'yes', sessionIds: second.id });
  return { ...scene, second, size, swims };
}
type Two = Awaited<ReturnType<typeof twoClasses>>;

const draftFor = (h: Two, sessionId: string) =>
  findDraft(h.me, { offeringId: h.offering.id, sessionId, who: 'self' });
const book = (h: Scene, sessionId: string) => bookAsMember(h.me, h.offering.id, sessionId);
const limit = (h: Two, sessionIds: string[]) =>
  changeQuestion(
    h.staff,
    changeQuestionInput.parse({
      ...{ offeringId: h.offering.id, questionId: h.size, type: 'text', label: '衣服尺码' },
      ...{ required: 'yes', keptDays: '30', sessionIds },
    }),
  );

describe('a question of one session', () => {
  it('is asked of who books that session, and of nobody else', async () => {
    const h = await twoClasses();
    const labels = async (id: string) => (await draftFor(h, id))?.questions.map((q) => q.label);
    expect(await labels(h.session.id)).toEqual(['衣服尺码']);
    expect(await labels(h.second.id)).toEqual(['衣服尺码', '会不会游泳']);
    expect(await fillIn(h, { [h.size]: 'L' })).toMatchObject({ ok: true });
    expect(await book(h, h.session.id)).toMatchObject({ ok: true });
    const [booking] = await sqlAsOwner()<{ id: string }[]>`select id from bookings`;
    const mine = await getMyBooking(h.me, booking?.id ?? '');
    expect(await getOwnAnswers(h.me, mine)).toMatchObject({ open: 0, asked: [] });
  });

  it('is owed where the answers were prepared for another session', async () => {
    const h = await twoClasses();
    await fillIn(h, { [h.size]: 'L' });
    expect(await draftFor(h, h.session.id)).toMatchObject({ ready: true });
    expect(await draftFor(h, h.second.id)).toMatchObject({ ready: false });
    expect(await book(h, h.second.id)).toMatchObject({ reason: 'questions' });
    const there = { sessionId: h.second.id };
    expect(await fillIn(h, { [h.size]: 'L' }, there)).toMatchObject({ reason: 'to_correct' });
    expect(await fillIn(h, { [h.size]: 'L', [h.swims]: '会' }, there)).toMatchObject({ ok: true });
    expect(await book(h, h.second.id)).toMatchObject({ ok: true });
  });

  it('takes its answer along nowhere: chosen back, what was answered for the other session goes', async () => {
    const h = await twoClasses();
    const there = { sessionId: h.second.id };
    await fillIn(h, { [h.size]: 'L', [h.swims]: '会' }, there);
    await fillIn(h, { [h.size]: 'L' });
    const rows = await sqlAsOwner()`select question_id from answers`;
    expect(rows).toEqual([{ question_id: h.size }]);
  });

  it('is a column of its own session’s roll alone', async () => {
    const h = await twoClasses();
    const heads = (sessionId: string) =>
      read(h.staff, async (tx) =>
        (await answerColumns(tx, { sessionId, full: true })).map((column) => column.header),
      );
    expect(await heads(h.session.id)).toEqual(['衣服尺码']);
    expect(await heads(h.second.id)).toEqual(['衣服尺码', '会不会游泳']);
  });

  it('asks again only those whom a wider question reaches', async () => {
    const h = await twoClasses();
    expect(await limit(h, [h.second.id])).toMatchObject({ ok: true, value: { told: 0 } });
    expect(await book(h, h.session.id)).toMatchObject({ ok: true });
    expect(await limit(h, [])).toMatchObject({ ok: true, value: { version: 1, told: 1 } });
    expect(await limit(h, [h.second.id])).toMatchObject({ value: { version: 1, told: 0 } });
  });

  it('may name sessions of its own offering only, and those of a copy are the copy’s', async () => {
    const h = await twoClasses();
    await expect(limit(h, [newId()])).rejects.toThrow(NotFound);
    await expect(fillIn(h, { [h.size]: 'L' }, { sessionId: newId() })).rejects.toThrow(NotFound);
    expect(question(h.offering.id).content.sessionIds).toEqual([]);
    const copy = await copyAsOfficer(h.staff, h.offering.id);
    if (!copy.ok) throw new Error(copy.reason);
    const { offeringId } = copy.value;
    const rows = await sqlAsOwner()`select v.label, s.title from questions q
      join question_versions v on v.question_id = q.id
      left join offering_sessions s on s.id = any (v.session_ids) and s.offering_id = q.offering_id
      where q.offering_id = ${offeringId} order by q.position`;
    expect(rows).toEqual([
      { label: '衣服尺码', title: null },
      { label: '会不会游泳', title: '四五年级班' },
    ]);
    expect(await formVersion(h)).toBeGreaterThan(0);
  });

  it('is left out of a copy without its session, with what depends on it', async () => {
    const h = await twoClasses();
    const lives = await ask(h, { type: 'choice', choices: '走读\n住校', sessionIds: h.second.id });
    await ask(h, { label: '宿舍', condition: `${lives}|住校` });
    await sqlAsOwner()`update offering_sessions set cancelled_at = now(), cancelled_reason = '停办'
      where id = ${h.second.id}`;
    const copy = await copyAsOfficer(h.staff, h.offering.id);
    if (!copy.ok) throw new Error(copy.reason);
    const rows = await sqlAsOwner()`select v.label from questions q
      join question_versions v on v.question_id = q.id where q.offering_id = ${copy.value.offeringId}`;
    expect(rows).toEqual([{ label: '衣服尺码' }]);
  });
});
