import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { prepareAnswers } from './commands/prepare-answers';
import { openAnswerFile } from './queries/open-answer-file';
import { findDraft } from './queries/own-answers';
import { aFile, aScene, ask, book, booked, fillIn } from './questions.test-helpers';
import { fieldOf } from './rules/question';
import { prepareAnswersInput } from './schema/answer';

beforeEach(resetDb);

const stored = () =>
  sqlAsOwner()`select question_id, value, value_sealed from answers order by answered_at, id`;
const files = () => sqlAsOwner()`select * from answer_files`;

describe('answering before booking', () => {
  it('is asked for before a place is given, and the booking takes the answers along', async () => {
    const scene = await aScene();
    const id = await ask(scene, { required: 'yes' });
    expect(await book(scene)).toMatchObject({ ok: false, reason: 'questions' });
    expect(await fillIn(scene, {})).toMatchObject({
      reason: 'to_correct',
      fieldErrors: { [fieldOf(id)]: '请填写' },
    });
    expect(await book(scene)).toMatchObject({ reason: 'questions' });
    expect(await fillIn(scene, { [id]: 'L' })).toMatchObject({ ok: true });
    const bookingId = await booked(scene);
    const [sheet] = await sqlAsOwner()`select booking_id from answer_sheets`;
    expect(sheet?.booking_id).toBe(bookingId);
  });

  it('asks again when the form has changed since, and only then', async () => {
    const scene = await aScene();
    const id = await ask(scene, { required: 'yes' });
    await fillIn(scene, { [id]: 'L' });
    await ask(scene, { label: '住址' });
    expect(await book(scene)).toMatchObject({ reason: 'questions' });
    const draft = await findDraft(scene.me, {
      offeringId: scene.offering.id,
      sessionId: scene.session.id,
      who: 'self',
    });
    expect(draft).toMatchObject({ ready: false, values: { [id]: 'L' } });
    await fillIn(scene, { [id]: 'L' });
    expect((await book(scene)).ok).toBe(true);
  });

  it('keeps the good answers when others must be put right, files too', async () => {
    const scene = await aScene();
    const name = await ask(scene, { required: 'yes' });
    const age = await ask(scene, { label: '工龄', type: 'number', most: '60' });
    const proof = await ask(scene, { label: '证明', type: 'file', required: 'yes' });
    const answers = { [name]: '陈', [age]: '很久', [proof]: aFile('证明.jpg') };
    const result = await fillIn(scene, answers);
    expect(result).toMatchObject({ reason: 'to_correct', detail: { files: proof } });
    expect(await stored()).toHaveLength(2);
    expect(await fillIn(scene, { [name]: '陈', [age]: '3' })).toMatchObject({ ok: true });
    expect(await files()).toHaveLength(1);
  });

  it('seals what is sensitive and every file, and leaves the rest plain', async () => {
    const scene = await aScene();
    const plain = await ask(scene);
    const secret = await ask(scene, { label: '身体情况', sensitive: 'yes' });
    const proof = await ask(scene, { label: '证明', type: 'file' });
    await fillIn(scene, { [plain]: 'L码', [secret]: '怀孕标记', [proof]: aFile('张三证明.jpg') });
    const rows = await stored();
    const row = (id: string) => rows.find((r) => r.question_id === id);
    expect(row(plain)?.value).toEqual({ v: 'L码' });
    expect(row(secret)).toMatchObject({ value: null });
    const [file] = await files();
    const dump = JSON.stringify([
      rows,
      { ...file, content: file?.content_sealed.toString('latin1') },
    ]);
    expect(dump).not.toContain('怀孕');
    expect(dump).not.toContain('张三');
    expect(file?.content_sealed.includes(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe(false);
  });

  it('takes nothing for what is hidden, and forgets it when an answer hides it', async () => {
    const scene = await aScene();
    const lives = await ask(scene, { type: 'choice', choices: '走读\n住校' });
    const dorm = await ask(scene, { label: '宿舍', condition: `${lives}|住校` });
    await fillIn(scene, { [lives]: '走读', [dorm]: '偷偷填的' });
    expect(await stored()).toHaveLength(1);
    await fillIn(scene, { [lives]: '住校', [dorm]: '三号楼' });
    expect(await stored()).toHaveLength(2);
    await fillIn(scene, { [lives]: '走读' });
    expect(await stored()).toHaveLength(1);
  });

  it('brings a conditional question up without a script: the answer that shows it comes back once', async () => {
    const scene = await aScene();
    const lives = await ask(scene, { type: 'choice', choices: '走读\n住校' });
    const dorm = await ask(scene, { label: '宿舍', condition: `${lives}|住校` });
    const first = await fillIn(scene, { [lives]: '住校' }, { seen: lives });
    expect(first).toMatchObject({
      fieldErrors: { [fieldOf(dorm)]: expect.stringContaining('多了这一题') },
    });
    expect(await fillIn(scene, { [lives]: '住校' }, { seen: `${lives},${dorm}` })).toMatchObject({
      ok: true,
    });
  });

  it.each<[string, unknown, RegExp]>([
    ['10,000 characters', '长'.repeat(10_000), /最多 100 个字/],
    ['a NUL', 'a\u0000', /无法识别/],
    ['two values', ['a', 'b'], /只能填一个/],
  ])('refuses %s beside the field', async (_, value, words) => {
    const scene = await aScene();
    const id = await ask(scene);
    const result = await fillIn(scene, { [id]: value });
    expect(!result.ok && result.fieldErrors?.[fieldOf(id)]).toMatch(words);
  });

  it('keeps a script and an emoji as the text they are, and refuses a choice that is not offered', async () => {
    const scene = await aScene();
    const id = await ask(scene);
    const pick = await ask(scene, { label: '选', type: 'choice', choices: '甲\n乙' });
    const result = await fillIn(scene, { [id]: '<script>alert(1)</script>👍', [pick]: '丙' });
    expect(result).toMatchObject({ fieldErrors: { [fieldOf(pick)]: '选项已变，请从下面重选' } });
    const [row] = await stored();
    expect(row?.value.v).toBe('<script>alert(1)</script>👍');
  });

  it('keeps text that looks like a number, a word of code or a date as text', async () => {
    const scene = await aScene();
    const id = await ask(scene);
    for (const typed of ['0012', 'true', 'null', '2026-01-01', '{"v":1}']) {
      await fillIn(scene, { [id]: typed });
      const draft = await findDraft(scene.me, {
        offeringId: scene.offering.id,
        sessionId: scene.session.id,
        who: 'self',
      });
      expect(draft?.values[id]).toBe(typed);
    }
  });

  it('refuses a page made for an older form, a question it does not have, and a name that is none', async () => {
    const scene = await aScene();
    const id = await ask(scene);
    const old = await fillIn(scene, { [id]: 'L' }, { formVersion: 0 });
    expect(old).toMatchObject({ reason: 'form_changed' });
    expect(await fillIn(scene, { [newId()]: 'x' })).toMatchObject({ reason: 'form_changed' });
    const ids = { offeringId: scene.offering.id, sessionId: scene.session.id, who: 'self' };
    expect(prepareAnswersInput.safeParse({ ...ids, formVersion: 1, role: 'admin' }).success).toBe(
      false,
    );
    expect(await stored()).toHaveLength(0);
  });

  it('is for oneself and one’s own children', async () => {
    const scene = await aScene();
    await ask(scene);
    const child = await arrange((tx) => aChild(tx, { guardians: [scene.member] }));
    const ids = { offeringId: scene.offering.id, sessionId: scene.session.id, who: child.childId };
    const input = prepareAnswersInput.parse({ ...ids, formVersion: 1 });
    await expect(prepareAnswers(scene.someone, input)).rejects.toThrow(NotFound);
    expect((await prepareAnswers(scene.me, input)).ok).toBe(true);
  });
});

describe('the door for files', () => {
  it.each<[string, File, RegExp]>([
    ['a zip that calls itself a picture', aFile('照片.jpg', 'zip'), /只收 JPG、PNG 图片或 PDF/],
    ['50 MB', aFile('大.jpg', 'jpeg', 50 * 1_048_576), /超过 5 MB/],
    ['an empty file', aFile('空.jpg', 'jpeg', 0), /空的/],
  ])('refuses %s without opening it', async (_, file, words) => {
    const scene = await aScene();
    const id = await ask(scene, { type: 'file' });
    const result = await fillIn(scene, { [id]: file });
    expect(!result.ok && result.fieldErrors?.[fieldOf(id)]).toMatch(words);
    expect(await files()).toHaveLength(0);
  });

  it('opens a file for its sender and, on record, for the offering’s own staff; for nobody else', async () => {
    const scene = await aScene();
    const id = await ask(scene, { type: 'file' });
    await fillIn(scene, { [id]: aFile('证明.exe.jpg') });
    const [file] = await files();
    const fileId = String(file?.id);
    await expect(openAnswerFile(scene.staff, fileId)).rejects.toThrow(NotFound);
    const bookingId = await booked(scene);
    const own = await openAnswerFile(scene.me, fileId);
    expect(own).toMatchObject({ name: '证明.exe.jpg', kind: 'jpeg' });
    expect(own.content.subarray(0, 4)).toEqual(Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    await openAnswerFile(scene.staff, fileId);
    const looks =
      await sqlAsOwner()`select entity_id from audit_entries where action = 'view_answer_file'`;
    expect(looks).toMatchObject([{ entity_id: bookingId }]);
    for (const stranger of [scene.someone, scene.otherStaff]) {
      await expect(openAnswerFile(stranger, fileId)).rejects.toThrow(NotFound);
    }
  });
});
