import { readSheet } from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { completeAnswers } from '@/features/questions/commands/complete-answers';
import { revealAnswers } from '@/features/questions/commands/reveal-answers';
import { withdrawAnswer } from '@/features/questions/commands/withdraw-answer';
import { personalData } from '@/features/questions/personal-data';
import { answerColumns } from '@/features/questions/queries/answer-columns';
import { getCaseAnswers } from '@/features/questions/queries/case-answers';
import { getOwnAnswers } from '@/features/questions/queries/own-answers';
import {
  aScene,
  ask,
  booked,
  fillIn,
  formVersion,
  type Scene,
} from '@/features/questions/questions.test-helpers';
import { fieldOf } from '@/features/questions/rules/question';
import { completeAnswersInput } from '@/features/questions/schema/answer';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import type { Result } from '@/lib/result';
import { read } from '@/lib/transaction';
import type { RollFile } from '../steps/roll-file';
import { exportRoll } from './export-roll';
import { openRollLink } from './open-roll-link';
import { requestRollLink } from './request-roll-link';

beforeEach(resetDb);

async function columnsIn(file: Result<RollFile>) {
  if (!file.ok) throw new Error(file.reason);
  const [heads = [], first = []] = await readSheet(file.value.content);
  return Object.fromEntries(heads.map((head, at) => [String(head), first[at]]));
}

const stored = () =>
  sqlAsOwner()`select question_id, value, value_sealed from answers order by answered_at, id`;
const complete = async (scene: Scene, bookingId: string, answers: Record<string, unknown>) => {
  const sent = Object.fromEntries(Object.entries(answers).map(([id, v]) => [fieldOf(id), v]));
  const version = { bookingId, formVersion: await formVersion(scene) };
  return completeAnswers(scene.me, completeAnswersInput.parse({ ...version, ...sent }));
};

describe('the form after booking', () => {
  it('asks only what is new or changed, until the cancel deadline', async () => {
    const scene = await aScene();
    const size = await ask(scene, { required: 'yes' });
    await fillIn(scene, { [size]: 'L' });
    const bookingId = await booked(scene);
    const added = await ask(scene, { label: '紧急联系人', type: 'phone', required: 'yes' });
    const readAnswers = async () =>
      getOwnAnswers(scene.me, await getMyBooking(scene.me, bookingId));
    expect(await readAnswers()).toMatchObject({ asked: [added], open: 1, canAnswer: true });
    // What stands is not changed on the way, even when it is sent along.
    const done = await complete(scene, bookingId, { [added]: '139 0000 0001', [size]: 'XXL' });
    expect(done).toMatchObject({ ok: true });
    // One line of the history says what was answered, by name; the answer itself is not in it.
    const { history } = await getMyBooking(scene.me, bookingId);
    expect(history.slice(1)).toMatchObject([
      { type: 'supplemented', by: '本人', note: '填了“紧急联系人”' },
    ]);
    const after = await readAnswers();
    expect(after).toMatchObject({ asked: [], open: 0 });
    expect(after.lines.map((l) => l.words)).toEqual(['L', '139 0000 0001']);
    await ask(scene, { label: '再问', required: 'yes' });
    await sqlAsOwner()`update offering_sessions set starts_at = now() + interval '1 hour'`;
    expect(await complete(scene, bookingId, {})).toMatchObject({ reason: 'too_late' });
    await expect(
      completeAnswers(scene.someone, completeAnswersInput.parse({ bookingId, formVersion: 3 })),
    ).rejects.toThrow(NotFound);
  });

  it('takes a consent back at any time, with the consent on record', async () => {
    const scene = await aScene();
    const id = await ask(scene, { label: '同意拍照发在公众号', type: 'consent', required: 'yes' });
    await fillIn(scene, { [id]: 'yes' });
    const bookingId = await booked(scene);
    const input = { bookingId, questionId: id };
    expect(await withdrawAnswer(scene.me, input)).toMatchObject({ ok: true });
    expect(await withdrawAnswer(scene.me, input)).toMatchObject({ reason: 'no_consent' });
    const { history } = await getMyBooking(scene.me, bookingId);
    expect(history.at(-1)).toMatchObject({
      type: 'consent_withdrawn',
      note: '“同意拍照发在公众号”',
    });
    const [consent] =
      await sqlAsOwner()`select withdrawn_at from consents where purpose = 'offering_question'`;
    expect(consent?.withdrawn_at).not.toBeNull();
    expect(await getCaseAnswers(scene.staff, bookingId)).toMatchObject({ open: [] });
    const { lines } = await getCaseAnswers(scene.staff, bookingId);
    expect(lines[0]?.withdrawnAt).toBeInstanceOf(Date);
    await expect(withdrawAnswer(scene.someone, input)).rejects.toThrow(NotFound);
  });
});

describe('the offering’s staff', () => {
  const answered = async () => {
    const scene = await aScene();
    const plain = await ask(scene);
    const secret = await ask(scene, { label: '身体情况', sensitive: 'yes' });
    await fillIn(scene, { [plain]: 'L', [secret]: '怕水' });
    return { scene, bookingId: await booked(scene), secret };
  };

  it('reads plain answers, and sensitive ones only by a look that is recorded', async () => {
    const { scene, bookingId, secret } = await answered();
    const { lines } = await getCaseAnswers(scene.staff, bookingId);
    expect(lines.map((l) => l.words)).toEqual(['L', null]);
    const shown = await revealAnswers(scene.staff, { bookingId });
    expect(shown).toMatchObject({ value: { answers: [{ label: '身体情况', words: '怕水' }] } });
    const [look] = await sqlAsOwner()`select * from audit_entries where action = 'reveal_answers'`;
    expect(look).toMatchObject({ entity_id: bookingId, after: { shown: [secret] } });
    expect(JSON.stringify(look)).not.toContain('怕水');
    for (const stranger of [scene.otherStaff, scene.someone, scene.me]) {
      await expect(revealAnswers(stranger, { bookingId })).rejects.toThrow(NotFound);
      await expect(getCaseAnswers(stranger, bookingId)).rejects.toThrow(NotFound);
    }
  });

  it('exports a column for each question; sensitive ones in the full roll only', async () => {
    const { scene } = await answered();
    const { sessionId } = { sessionId: scene.session.id };
    const masked = await exportRoll(scene.staff, { sessionId }, answerColumns);
    expect(await columnsIn(masked)).toMatchObject({ 衣服尺码: 'L' });
    expect(JSON.stringify(await columnsIn(masked))).not.toMatch(/身体情况|怕水/);
    const { actor } = scene.staff;
    if (actor.kind !== 'account') throw new Error('nobody');
    const stepped = { ...scene.staff, actor: { ...actor, steppedUpAt: new Date() } };
    const link = await requestRollLink(stepped, { sessionId, reason: '点名' });
    if (!link.ok) throw new Error(link.reason);
    const { token } = link.value;
    const full = await openRollLink(scene.staff, { sessionId, token }, answerColumns);
    expect(await columnsIn(full)).toMatchObject({ 衣服尺码: 'L', 身体情况: '怕水' });
    const [last] = await sqlAsOwner()`
      select after from audit_entries where action = 'export_roll' order by id desc limit 1`;
    expect(last?.after).toMatchObject({ full: true, more: 2 });
  });

  it('hands a person their answers in plain, and erases those that are over', async () => {
    const { scene } = await answered();
    const personId = scene.member.personId;
    const exported = await read(makeCtx(system()), (tx) => personalData.export(tx, personId));
    expect(JSON.stringify(exported)).toContain('怕水');
    expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(0);
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour'`;
    expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(2);
    expect(await stored()).toHaveLength(0);
  });
});
