import { describe, expect, it } from 'vitest';
import { questionTypes } from '@/db/schema/enums';
import { answerWords } from './answer-words';
import { missingWords, parseAnswer, type Typed } from './parse-answer';
import type { AnswerValue, Question } from './question';
import { aQuestion } from './questions.test-helpers';

const long = '长'.repeat(10_000);
const text = aQuestion({ id: 't', most: 20, least: 2 });
const paragraph = aQuestion({ id: 'p', type: 'paragraph' });
const choice = aQuestion({ id: 'c', type: 'choice', choices: ['走读', '住校'] });
const choices = aQuestion({
  id: 'm',
  type: 'choices',
  choices: ['书法', '足球', '手工'],
  least: 1,
  most: 2,
});
const number = aQuestion({ id: 'n', type: 'number', least: 0, most: 10 });
const date = aQuestion({ id: 'd', type: 'date' });
const phone = aQuestion({ id: 'h', type: 'phone' });
const consent = aQuestion({ id: 's', type: 'consent' });

const cases: [string, Question, Typed, AnswerValue | null | RegExp][] = [
  ['a plain line is trimmed', text, '  骑手小陈 ', '骑手小陈'],
  ['a line break in one line becomes a space', text, '一\n二三', '一 二三'],
  ['too short', text, '一', /至少 2 个字/],
  ['10,000 characters', text, long, /最多 20 个字，现在 10000 个/],
  ['10,000 characters in a paragraph', paragraph, long, /最多 1000 个字/],
  [
    'a script is text like any other',
    paragraph,
    '<script>alert(1)</script>',
    '<script>alert(1)</script>',
  ],
  ['an emoji counts as one character', text, '👨‍👩‍👧好', '👨‍👩‍👧好'],
  ['a NUL is refused', text, 'a\u0000b', /无法识别/],
  ['a lone surrogate is refused', paragraph, 'a\ud800', /无法识别/],
  ['nothing but spaces is nothing', text, ' 　 ', null],
  ['lines of a paragraph are kept', paragraph, '一\r\n二', '一\n二'],
  ['an offered choice', choice, '住校', '住校'],
  ['a choice that is not offered', choice, '住宾馆', /选项已变/],
  ['two answers where one is asked', choice, ['走读', '住校'], /只能填一个/],
  ['several choices in the order of the form', choices, ['足球', '书法'], ['书法', '足球']],
  ['more choices than allowed', choices, ['书法', '足球', '手工'], /最多选 2 项/],
  ['one of several is not offered', choices, ['书法', '游泳'], /选项已变/],
  ['a choice ticked twice is one', choices, ['书法', '书法'], ['书法']],
  ['a number with full-width digits', number, '３．５', 3.5],
  ['a number too large', number, '11', /不能大于 10/],
  ['a number below', number, '-1', /不能小于 0/],
  ['words for a number', number, '三', /请填数字/],
  ['an exponent is no number here', number, '1e9', /请填数字/],
  ['a real day', date, '2026-02-28', '2026-02-28'],
  ['the 30th of February', date, '2026-02-30', /日期不对/],
  ['a phone with spaces', phone, '139 0000 0001', '13900000001'],
  ['a landline', phone, '0775-4567890', /./],
  ['a box that is ticked', consent, 'yes', true],
  ['a box with another value', consent, 'no', null],
  ['nothing sent at all', text, undefined, null],
];

describe('the reading of an answer', () => {
  it.each(cases)('%s', (_, question, typed, expected) => {
    const parsed = parseAnswer(question, typed);
    if (expected === null) expect(parsed).toEqual({ state: 'empty' });
    else if (expected instanceof RegExp) {
      expect(parsed.state).toBe('wrong');
      expect(parsed.state === 'wrong' && parsed.message).toMatch(expected);
    } else expect(parsed).toEqual({ state: 'answered', value: expected });
  });

  it('asks for each type in its own words', () => {
    expect(questionTypes.map((type) => missingWords(aQuestion({ id: type, type })))).toEqual([
      '请填写',
      '请填写',
      '请选择',
      '请选择',
      '请填写',
      '请选择',
      '请填写',
      '请上传图片或 PDF',
      '请先勾选同意，再继续',
    ]);
  });

  it('is read again as words', () => {
    expect(answerWords('date', '2026-02-28')).toBe('2026年2月28日');
    expect(answerWords('phone', '13900000001')).toBe('139 0000 0001');
    expect(answerWords('choices', ['书法', '足球'])).toBe('书法、足球');
    expect(answerWords('consent', true)).toBe('已同意');
    expect(answerWords('number', 3.5)).toBe('3.5');
    expect(answerWords('file', { file: 'x', size: 2_097_152 })).toBe('已上传文件（2.0 MB）');
  });
});
