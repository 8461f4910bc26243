import { describe, expect, it, test } from 'vitest';
import { answerWords } from './answer-words';
import { certificateText, purgeRuleWords } from './certificate';
import { formProblem, moved } from './change';
import { fileProblem } from './file-kind';
import { doneWords, questionFacts, shownWhenWords } from './form-words';
import { longest, parseAnswer } from './parse-answer';
import type { Question } from './question';
import { aQuestion } from './questions.test-helpers';
import { retentionWords } from './retention';

const facts = (given: Partial<Question>) => questionFacts(aQuestion({ id: 'q', ...given }), []);

describe('what an officer reads of a question', () => {
  it('is its kind, whether it must be answered, and how long answers are kept', () => {
    expect(facts({})).toEqual(['一行文字，选填', '最后一场结束后 30 天删除']);
    expect(facts({ required: true, keptDays: 0 })).toEqual([
      '一行文字，必填',
      '最后一场结束次日删除',
    ]);
  });

  test.each<[Partial<Question>, string]>([
    [{ type: 'text', least: 2, most: 20 }, '2–20 个字'],
    [{ type: 'text', least: 2 }, '至少 2 个字'],
    [{ type: 'text', most: 20 }, '最多 20 个字'],
    [{ type: 'choices', least: 1, most: 2, choices: ['书法'] }, '1–2 项'],
    [{ type: 'number', least: 0, most: 10 }, '0–10'],
    [{ type: 'number', least: 0 }, '至少 0'],
  ])('is its limit in the unit of its kind: %j is %s', (given, limit) => {
    expect(facts(given)[1]).toBe(limit);
  });

  it('is its choices, where it has any', () => {
    expect(facts({ type: 'choice', choices: ['走读', '住校'] })).toContain('选项：走读、住校');
    expect(facts({}).join()).not.toContain('选项');
  });

  it('is when it is shown, also where the question it waits for is gone', () => {
    const waits = aQuestion({ id: 'w', condition: { questionId: 'q', value: '住校' } });
    const asked = aQuestion({ id: 'q', label: '住哪里', type: 'choice' });
    expect(shownWhenWords(asked, [])).toBeNull();
    expect(shownWhenWords(waits, [asked])).toBe('“住哪里”答“住校”才显示');
    expect(shownWhenWords(waits, [waits])).toBe('显示条件要看的题已停用');
  });
});

describe('what the last step did', () => {
  test.each([
    [{ done: 'added' }, '已加上。'],
    [{ done: 'retired', told: '0' }, '已停用，已有的回答留到期满。'],
    [{ done: 'changed', told: '2' }, '已保存。将通知 2 人补充，已填的不用再填。'],
    [{ done: 'moved', told: '1.5' }, '顺序已改。'],
    [{ done: 'moved', told: '-1' }, '顺序已改。'],
    [{ done: ['added'] }, null],
    [{}, null],
  ])('%j is %s', (search, words) => expect(doneWords(search)).toBe(words));
});

describe('a form', () => {
  const many = (n: number, type: Question['type'] = 'text') =>
    Array.from({ length: n }, (_, at) => aQuestion({ id: `q${at}`, type }));

  it('has up to thirty questions, two of them files', () => {
    expect(formProblem(many(30))).toBeNull();
    expect(formProblem(many(31))?.reason).toBe('too_many');
    expect(formProblem(many(2, 'file'))).toBeNull();
    expect(formProblem(many(3, 'file'))?.reason).toBe('too_many_files');
  });

  it('moves a question to the very ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  });
});

describe('a record of what was deleted', () => {
  const line = { label: '题', keptDays: 30, answers: 2, files: 1 };
  const of = (ids: string[]) => ({
    number: 'SC26-1',
    at: '2026-01-01T00:00:00.000Z',
    offeringId: 'o',
    title: '班',
    rule: 'unsent' as const,
    purged: ids.map((questionId) => ({ questionId, ...line })),
  });

  it('lists its questions in one order, each with its days and counts', () => {
    expect(certificateText(of(['c', 'a', 'b']))).toBe(
      '["SC26-1","2026-01-01T00:00:00.000Z","o","班","unsent",[["a","题",30,2,1],["b","题",30,2,1],["c","题",30,2,1]]]',
    );
  });

  it('says by which rule it went', () => {
    expect(purgeRuleWords('retention', 7)).toBe(retentionWords(7));
    expect(purgeRuleWords('unsent', 7)).toBe('30 天没有提交预约，删除');
  });
});

describe('an answer at the edge of what is allowed', () => {
  const read = (q: Question, typed: string | string[]) => {
    const parsed = parseAnswer(q, typed);
    return parsed.state === 'wrong' ? parsed.message : parsed.state;
  };
  const number = aQuestion({ id: 'n', type: 'number', least: 1, most: 9 });
  const date = aQuestion({ id: 'd', type: 'date' });
  const choices = aQuestion({
    id: 'm',
    type: 'choices',
    choices: ['书法', '足球', '手工'],
    least: 2,
    most: 3,
  });

  test.each<[string, Question, string | string[], string]>([
    [
      'a line as long as a line may be',
      aQuestion({ id: 't', most: 200 }),
      '长'.repeat(100),
      'answered',
    ],
    [
      'a line longer than that, whatever the officer set',
      aQuestion({ id: 't', most: 200 }),
      '长'.repeat(101),
      '最多 100 个字，现在 101 个，请精简',
    ],
    [
      'a paragraph as long as it may be',
      aQuestion({ id: 'p', type: 'paragraph' }),
      '长'.repeat(longest.paragraph),
      'answered',
    ],
    ['the least number', number, '1', 'answered'],
    ['the most', number, '9', 'answered'],
    ['no number', number, ' 　', 'empty'],
    ['the first day', date, '1900-01-01', 'answered'],
    ['the day before it', date, '1899-12-31', '日期不对，请重选'],
    ['the last day', date, '2099-12-31', 'answered'],
    ['the day after it', date, '2100-01-01', '日期不对，请重选'],
    ['no day', date, ' ', 'empty'],
    ['no phone', aQuestion({ id: 'h', type: 'phone' }), ' ', 'empty'],
    ['none of several', choices, [''], 'empty'],
    ['fewer than asked', choices, ['书法'], '至少选 2 项'],
    ['as few as asked', choices, ['书法', '手工'], 'answered'],
    ['something typed for a file', aQuestion({ id: 'f', type: 'file' }), 'x', 'empty'],
  ])('is read: %s', (_what, q, typed, state) => expect(read(q, typed)).toBe(state));

  it('may be of several choices without a limit', () => {
    const free = aQuestion({ id: 'm', type: 'choices', choices: ['书法'] });
    expect(read(free, ['书法'])).toBe('answered');
    expect(parseAnswer(free, undefined)).toEqual({ state: 'empty' });
  });

  it('is a file of as many megabytes as may be, to the byte', () => {
    const jpeg = (length: number) => {
      const bytes = new Uint8Array(length);
      bytes.set([0xff, 0xd8, 0xff]);
      return bytes;
    };
    expect(fileProblem(jpeg(1_048_576), 1)).toBeNull();
    expect(fileProblem(jpeg(1_048_577), 1)).toContain('超过 1 MB');
  });

  it('is read again as it was given, a phone in its groups', () => {
    expect(answerWords('text', '13900000001')).toBe('13900000001');
    expect(answerWords('phone', '13900000001')).toBe('139 0000 0001');
  });
});
