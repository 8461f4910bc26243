import { describe, expect, it } from 'vitest';
import { answerProgressOf, prefilled, type StoredAnswer } from './answer-progress';
import { certificateText, totals } from './certificate';
import { type ChangeKind, changeOf, moved, refuseChange } from './change';
import { judge, type PostedAnswer } from './evaluate';
import { fileKindOf, fileProblem, safeFileName } from './file-kind';
import { doneWords, questionFacts, shownWhenWords } from './form-words';
import type { AnswerValue, Question } from './question';
import { aQuestion } from './questions.test-helpers';
import { isDue, retentionWords } from './retention';
import { conditionProblem, shownQuestions } from './shown';

const lives = aQuestion({ id: 'lives', type: 'choice', choices: ['走读', '住校'], required: true });
const dorm = aQuestion({
  id: 'dorm',
  required: true,
  condition: { questionId: 'lives', value: '住校' },
});
const agree = aQuestion({ id: 'agree', type: 'consent' });
const photo = aQuestion({
  id: 'photo',
  type: 'file',
  condition: { questionId: 'agree', value: 'yes' },
});
const floor = aQuestion({
  id: 'floor',
  type: 'choice',
  choices: ['一楼', '二楼'],
  condition: { questionId: 'lives', value: '住校' },
});
const lift = aQuestion({ id: 'lift', condition: { questionId: 'floor', value: '二楼' } });
const form = [lives, dorm, floor, lift, agree, photo];
const ids = (list: readonly Question[]) => list.map((q) => q.id);
const answers = (given: Record<string, AnswerValue>) => new Map(Object.entries(given));

describe('which questions show', () => {
  it.each<[string, Record<string, AnswerValue>, string[]]>([
    ['without answers only those without a condition', {}, ['lives', 'agree']],
    [
      'the fitting answer brings its question',
      { lives: '住校' },
      ['lives', 'dorm', 'floor', 'agree'],
    ],
    ['another answer does not', { lives: '走读' }, ['lives', 'agree']],
    [
      'a chain follows',
      { lives: '住校', floor: '二楼' },
      ['lives', 'dorm', 'floor', 'lift', 'agree'],
    ],
    ['an answer to a hidden question does not count', { floor: '二楼' }, ['lives', 'agree']],
    ['a tick brings its question', { agree: true }, ['lives', 'agree', 'photo']],
  ])('%s', (_, given, shown) => {
    expect(ids(shownQuestions(form, answers(given)))).toEqual(shown);
  });

  it('lets a condition look only at earlier questions and at answers that exist, so never in a circle', () => {
    expect(conditionProblem(form)).toBeNull();
    expect(conditionProblem([dorm, lives])?.problem).toBe('condition_later');
    expect(conditionProblem([dorm])?.problem).toBe('condition_unknown');
    const self = { ...lives, condition: { questionId: 'lives', value: '住校' } };
    expect(conditionProblem([self])?.problem).toBe('condition_later');
    const wrong = { ...dorm, condition: { questionId: 'lives', value: '住宾馆' } };
    expect(conditionProblem([lives, wrong])?.problem).toBe('condition_value');
    const onText = { ...lift, condition: { questionId: 'dorm', value: '三号楼' } };
    expect(conditionProblem([lives, dorm, onText])?.problem).toBe('condition_value');
  });
});

describe('what a change means for answers', () => {
  it.each<[string, Question, Partial<Question>, ChangeKind]>([
    ['nothing', lives, {}, 'none'],
    ['clearer words', lives, { label: '孩子住校吗' }, 'words'],
    ['a hint', lives, { hint: '按下学期' }, 'words'],
    ['shorter keeping', lives, { keptDays: 7 }, 'words'],
    ['another choice', lives, { choices: ['走读', '住校', '午托'] }, 'version'],
    ['no duty any more', lives, { required: false }, 'version'],
    ['another type', lives, { type: 'text', choices: [] }, 'version'],
    ['a limit', dorm, { most: 5 }, 'version'],
    ['another condition', dorm, { condition: null }, 'shown'],
    ['the words of a consent', agree, { label: '同意拍照' }, 'version'],
  ])('%s', (_, before, change, kind) => {
    expect(changeOf(before, { ...before, ...change })).toBe(kind);
  });

  const secret = { ...dorm, sensitive: true };
  it.each<[string, Question[], Question, number, string | null]>([
    [
      'a sensitive answer stays sensitive',
      [lives, secret],
      { ...secret, sensitive: false },
      1,
      'sensitive_off',
    ],
    ['unless nobody has answered', [lives, secret], { ...secret, sensitive: false }, 0, null],
    ['nothing is kept longer than was said', form, { ...lives, keptDays: 60 }, 1, 'kept_longer'],
    ['no file loses its question', form, { ...photo, type: 'text' }, 1, 'files_lost'],
    [
      'an answer that others wait for stays',
      form,
      { ...lives, choices: ['走读', '午托'] },
      0,
      'decides_others',
    ],
    [
      'a condition on a later question',
      form,
      { ...lives, condition: { questionId: 'agree', value: 'yes' } },
      0,
      'condition_later',
    ],
    [
      'a third file',
      [photo, { ...photo, id: 'b' }].map((q) => ({ ...q, condition: null })),
      aQuestion({ id: 'c', type: 'file' }),
      0,
      'too_many_files',
    ],
    ['a plain change', form, { ...lives, label: '住校吗' }, 9, null],
  ])('%s', (_, list, after, answered, reason) => {
    expect(refuseChange(list, after, answered)?.reason ?? null).toBe(reason);
  });

  it('refuses a form as long as a book', () => {
    const many = Array.from({ length: 30 }, (_, n) => aQuestion({ id: `q${n}` }));
    expect(refuseChange(many, aQuestion({ id: 'one more' }), 0)?.reason).toBe('too_many');
  });

  it('moves a question by one, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});

describe('a new version of the form', () => {
  const storedAnswers = (given: Record<string, Partial<StoredAnswer> & { value: AnswerValue }>) =>
    new Map(Object.entries(given).map(([id, k]) => [id, { version: 1, withdrawn: false, ...k }]));

  it('asks only what is new or changed', () => {
    const before = storedAnswers({
      lives: { value: '住校' },
      dorm: { value: '三号楼' },
      floor: { value: '一楼' },
    });
    expect(ids(answerProgressOf(form, before).open)).toEqual([]);
    const changed = form.map((q) => (q.id === 'dorm' ? { ...q, version: 2 } : q));
    expect(ids(answerProgressOf(changed, before).open)).toEqual(['dorm']);
    const added = [...form, aQuestion({ id: 'new', required: true })];
    expect(ids(answerProgressOf(added, before).open)).toEqual(['new']);
  });

  it('does not ask what the answers hide', () => {
    expect(ids(answerProgressOf(form, storedAnswers({ lives: { value: '走读' } })).open)).toEqual(
      [],
    );
  });

  it('does not ask for a consent that was taken back, nor show what hung on it', () => {
    const { open, shown } = answerProgressOf(
      form.map((q) => (q.id === 'agree' ? { ...q, required: true } : q)),
      storedAnswers({ lives: { value: '走读' }, agree: { value: true, withdrawn: true } }),
    );
    expect(ids(open)).toEqual([]);
    expect(ids(shown)).not.toContain('photo');
  });

  it('begins with earlier answers of the same line, but never with what is sensitive, a file or a consent', () => {
    const line = (q: Question) => ({ ...q, lineage: q.id });
    const next = [
      lives,
      { ...dorm, sensitive: true },
      agree,
      photo,
      { ...floor, choices: ['三楼'] },
    ];
    const earlier = answers({ lives: '住校', dorm: '三号楼', agree: true, floor: '一楼' });
    expect([...prefilled(next.map(line), earlier)]).toEqual([['lives', '住校']]);
  });
});

describe('judging a whole form', () => {
  const from =
    (typed: Record<string, string>, more: Partial<PostedAnswer> = {}) =>
    (q: Question) => ({
      typed: typed[q.id],
      seen: true,
      ...more,
    });

  it('takes good answers, names the rest by field, and leaves hidden ones aside', () => {
    const evaluated = judge(form, from({ lives: '走读', dorm: '偷偷填的', lift: '也是' }));
    expect([...evaluated.values]).toEqual([['lives', '走读']]);
    expect(evaluated.errors).toEqual({});
    expect(ids(evaluated.shown)).toEqual(['lives', 'agree']);
  });

  it('asks in the same round for what an answer brings up', () => {
    expect(judge(form, from({ lives: '住校' })).errors).toEqual({ 'q-dorm': '请填写' });
  });

  it('brings up an optional question once, when the page could not show it', () => {
    const unseen = judge(form, from({ lives: '住校', dorm: '一号' }, { seen: false }));
    expect(Object.keys(unseen.errors)).toEqual(['q-floor', 'q-agree']);
    expect(judge(form, from({ lives: '住校', dorm: '一号' })).errors).toEqual({});
  });

  it('keeps a file that is there when the new one is bad, and says so', () => {
    const stored = { file: 'f', size: 1 };
    const evaluated = judge(
      [aQuestion({ id: 'id', type: 'file', required: true })],
      from({}, { file: stored, fileProblem: '太大' }),
    );
    expect(evaluated.errors).toEqual({ 'q-id': '太大' });
    expect(evaluated.values.get('id')).toBe(stored);
  });

  it('does not ask again what stands', () => {
    const evaluated = judge(form, from({ lives: '走读' }), answers({ lives: '住校' }));
    expect(evaluated.errors).toEqual({ 'q-dorm': '请填写' });
    expect(evaluated.values.has('lives')).toBe(false);
  });
});

describe('the check of files', () => {
  const bytes = (...list: number[]) => new Uint8Array(list);
  it('knows them by their first bytes, never by their name', () => {
    expect(fileKindOf(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg');
    expect(fileKindOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))).toBe('png');
    expect(fileKindOf(new TextEncoder().encode('%PDF-1.7'))).toBe('pdf');
    expect(fileKindOf(bytes(0x50, 0x4b, 3, 4))).toBeNull();
    expect(fileKindOf(new TextEncoder().encode('<svg onload=alert(1)>'))).toBeNull();
  });

  it('says what is wrong', () => {
    expect(fileProblem(bytes(), 5)).toMatch('空的');
    expect(fileProblem(new Uint8Array(5 * 1_048_576 + 1), 5)).toMatch('超过 5 MB');
    expect(fileProblem(bytes(0x50, 0x4b, 3, 4), 5)).toMatch('只收');
    expect(fileProblem(bytes(0xff, 0xd8, 0xff), 5)).toBeNull();
  });

  it('makes names harmless', () => {
    expect(safeFileName('../../etc/passwd', 'pdf')).not.toMatch(/[/\\]/);
    expect(safeFileName('证明"\r\nSet-Cookie: a.jpg.exe', 'png')).toBe(
      '证明   Set-Cookie  a.jpg.png',
    );
    expect(safeFileName('长'.repeat(300), 'jpeg')).toHaveLength(64);
    expect(safeFileName('...', 'pdf')).toMatch(/\.pdf$/);
  });
});

describe('keeping and purging', () => {
  const ended = new Date('2026-06-30T17:30:00+08:00');
  it.each<[string, number, string, boolean]>([
    ['the last day of keeping', 30, '2026-07-30T23:59:00+08:00', false],
    ['the day after it', 30, '2026-07-31T00:01:00+08:00', true],
    ['nothing is kept: the day itself', 0, '2026-06-30T23:59:00+08:00', false],
    ['nothing is kept: the next day', 0, '2026-07-01T00:01:00+08:00', true],
  ])('%s', (_, days, now, due) => {
    expect(isDue(ended, days, new Date(now))).toBe(due);
  });

  it('gives one text for one certificate, whatever the order of its questions', () => {
    const q = { keptDays: 30, answers: 2, files: 1 };
    const purged = [
      { questionId: 'b', label: '乙', ...q },
      { questionId: 'a', label: '甲', ...q },
    ];
    const content = {
      ...{ number: 'SC26-0101-0001', at: '2026-01-01T00:00:00.000Z', offeringId: 'o' },
      ...{ title: '班', rule: 'retention' as const, purged },
    };
    expect(certificateText(content)).toBe(
      certificateText({ ...content, purged: purged.toReversed() }),
    );
    expect(certificateText({ ...content, title: '别的班' })).not.toBe(certificateText(content));
    expect(totals(purged)).toEqual({ answers: 4, files: 2 });
  });

  it('says it in words', () => {
    expect(retentionWords(30)).toBe('最后一场结束后 30 天删除');
    expect(shownWhenWords(dorm, form)).toBe('“lives”答“住校”才显示');
    expect(shownWhenWords(photo, form)).toBe('勾选“agree”才显示');
    expect(questionFacts(lives, form).join()).toContain('选项：走读、住校');
    expect(doneWords({ done: 'added', told: '3' })).toContain('将通知 3 人');
    expect(doneWords({ done: 'nothing' })).toBeNull();
  });
});
