import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { copyAsOfficer } from '@/db/factories/through-the-door';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { addQuestion } from './commands/add-question';
import { changeQuestion } from './commands/change-question';
import { moveQuestion, retireQuestion } from './commands/order-questions';
import { readForm } from './queries/form';
import { findDraft } from './queries/own-answers';
import {
  aScene,
  ask,
  booked,
  fillIn,
  formVersion,
  question,
  type Scene,
} from './questions.test-helpers';
import { changeQuestionInput } from './schema/manage-question';

beforeEach(resetDb);

const change = ({ staff, offering }: Scene, questionId: string, given: Record<string, unknown>) => {
  const base = { offeringId: offering.id, questionId, type: 'text', label: '衣服尺码' };
  return changeQuestion(staff, changeQuestionInput.parse({ ...base, keptDays: '30', ...given }));
};
const labels = async (scene: Scene, id = scene.offering.id) =>
  arrange(async (tx) => (await readForm(tx, id)).questions.map((q) => q.label));
const notices = () =>
  sqlAsOwner()`select account_id, title, link, visible_at from notices where dedupe_key like 'questions:%'`;

describe('an officer’s change of the form', () => {
  it('adds a question at the end, on record, and only for an offering of their own', async () => {
    const scene = await aScene();
    await ask(scene);
    await ask(scene, { label: '会不会骑电动车', type: 'choice', choices: '会\n不会' });
    expect(await labels(scene)).toEqual(['衣服尺码', '会不会骑电动车']);
    expect(await formVersion(scene)).toBe(2);
    const [entry] = await sqlAsOwner()`select * from audit_entries where action = 'add_question'`;
    expect(entry?.organisation_id).toBe(scene.tree.union.id);
    const foreign = addQuestion(scene.otherStaff, question(scene.offering.id));
    await expect(foreign).rejects.toThrow(NotFound);
  });

  it('leaves answers alone when only the words change, and makes a version when the question does', async () => {
    const scene = await aScene();
    const size = await ask(scene);
    await fillIn(scene, { [size]: 'L' });
    await booked(scene);
    expect(await change(scene, size, { label: '工作服尺码' })).toMatchObject({
      value: { version: 1 },
    });
    expect(await formVersion(scene)).toBe(1);
    const made = await change(scene, size, { required: 'yes' });
    expect(made).toMatchObject({ ok: true, value: { version: 2, told: 1 } });
    const versions = await sqlAsOwner()`
      select version, label, required from question_versions order by version`;
    expect(versions).toMatchObject([
      { version: 1, label: '工作服尺码', required: false },
      { version: 2, label: '衣服尺码', required: true },
    ]);
  });

  it('tells who has booked once a day, after a while, and nobody about an optional question', async () => {
    const scene = await aScene();
    await booked(scene);
    await ask(scene);
    expect(await notices()).toHaveLength(0);
    await ask(scene, { label: '紧急联系人', type: 'phone', required: 'yes' });
    await ask(scene, { label: '住址', required: 'yes' });
    const notified = await notices();
    expect(notified).toHaveLength(1);
    expect(notified[0]).toMatchObject({
      account_id: scene.member.accountId,
      title: '报名信息需要补充',
    });
    expect(notified[0]?.visible_at.getTime()).toBeGreaterThan(Date.now() + 300_000);
  });

  it('refuses what would lose or uncover answers, with the reason', async () => {
    const scene = await aScene();
    const lives = await ask(scene, { type: 'choice', choices: '走读\n住校' });
    const dorm = await ask(scene, { label: '宿舍', sensitive: 'yes', condition: `${lives}|住校` });
    await fillIn(scene, { [lives]: '住校', [dorm]: '三号楼' });
    const reason = async (result: ReturnType<typeof change>) => {
      const { ok, ...rest } = await result;
      return ok ? null : 'reason' in rest && rest.reason;
    };
    const same = { condition: `${lives}|住校`, label: '宿舍' };
    expect(await reason(change(scene, dorm, same))).toBe('sensitive_off');
    expect(await reason(change(scene, dorm, { ...same, sensitive: 'yes', keptDays: '90' }))).toBe(
      'kept_longer',
    );
    expect(await reason(change(scene, lives, { type: 'choice', choices: '走读\n午托' }))).toBe(
      'decides_others',
    );
    const { staff, offering } = scene;
    const at = { offeringId: offering.id };
    expect(await moveQuestion(staff, { ...at, questionId: dorm, step: 'up' })).toMatchObject({
      reason: 'condition_later',
    });
    expect(await retireQuestion(staff, { ...at, questionId: lives })).toMatchObject({
      reason: 'decides_others',
      detail: { label: '宿舍' },
    });
    expect(await retireQuestion(staff, { ...at, questionId: dorm })).toMatchObject({ ok: true });
    const [saved] = await sqlAsOwner()`select count(*)::int as n from answers`;
    expect(saved?.n).toBe(2);
  });

  it('seals what was answered in plain when a question becomes sensitive', async () => {
    const scene = await aScene();
    const id = await ask(scene);
    await fillIn(scene, { [id]: '糖尿病标记' });
    await change(scene, id, { sensitive: 'yes' });
    const [row] = await sqlAsOwner()`select value, value_sealed from answers`;
    expect(row?.value).toBeNull();
    expect(row?.value_sealed).not.toContain('糖尿病');
    const draft = await findDraft(scene.me, {
      offeringId: scene.offering.id,
      sessionId: scene.session.id,
      who: 'self',
    });
    expect(draft?.values[id]).toBe('糖尿病标记');
  });
});

describe('a copied offering', () => {
  it('asks the same, with conditions of its own, and begins with plain answers of the same person', async () => {
    const scene = await aScene();
    const lives = await ask(scene, { type: 'choice', choices: '走读\n住校' });
    const dorm = await ask(scene, { label: '宿舍', condition: `${lives}|住校` });
    const secret = await ask(scene, { label: '身体情况', sensitive: 'yes' });
    await fillIn(scene, { [lives]: '住校', [dorm]: '三号楼', [secret]: '不外传' });
    await booked(scene);
    const copy = await copyAsOfficer(scene.staff, scene.offering.id);
    if (!copy.ok) throw new Error(copy.reason);
    const { offeringId } = copy.value;
    const [made] = await sqlAsOwner()<{ id: string }[]>`
      select id from offering_sessions where offering_id = ${offeringId}`;
    const sessionId = made?.id ?? '';
    const form = await arrange((tx) => readForm(tx, offeringId));
    const [first, second, third] = form.questions;
    expect(form.questions.map((q) => q.version)).toEqual([1, 1, 1]);
    expect(first?.id).not.toBe(lives);
    expect(second?.condition).toEqual({ questionId: first?.id, value: '住校' });
    const draft = await findDraft(scene.me, { offeringId, sessionId, who: 'self' });
    expect(draft).toMatchObject({ fromEarlier: true, ready: false });
    expect(draft?.values).toEqual({ [first?.id ?? '']: '住校', [second?.id ?? '']: '三号楼' });
    expect(third?.sensitive).toBe(true);
    const strangers = await findDraft(scene.someone, { offeringId, sessionId, who: 'self' });
    expect(strangers?.values).toEqual({});
  });
});
