import { describe, expect, it, test } from 'vitest';
import { bookingStatuses } from '@/db/schema/enums';
import { prefilled, type StoredAnswer, stillGood, typedOf } from './answer-progress';
import { judge } from './evaluate';
import { mayStillAnswer } from './may-answer';
import { type AnswerValue, canDecide, decidingValues, hasChoices } from './question';
import { aQuestion } from './questions.test-helpers';
import { meetsCondition } from './shown';
import { supplementWords } from './supplement-words';

const file = { file: 'f1', size: 1_048_576 };
const text = aQuestion({ id: 't' });
const number = aQuestion({ id: 'n', type: 'number', least: 1, most: 9 });
const choices = aQuestion({ id: 'm', type: 'choices', choices: ['书法', '足球'] });
const photo = aQuestion({ id: 'f', type: 'file' });

describe('a kept answer', () => {
  test.each<[AnswerValue, unknown]>([
    ['骑手', '骑手'],
    [3.5, '3.5'],
    [true, 'yes'],
    [
      ['书法', '足球'],
      ['书法', '足球'],
    ],
    [file, undefined],
  ])('%j would be sent again as %j', (value, typed) => expect(typedOf(value)).toEqual(typed));

  test.each<[string, typeof text, AnswerValue, boolean]>([
    ['words for words', text, '骑手', true],
    ['a number within', number, 9, true],
    ['a number beyond', number, 10, false],
    ['choices that are offered', choices, ['足球'], true],
    ['a choice that is not', choices, ['游泳'], false],
    ['a tick for a consent', aQuestion({ id: 's', type: 'consent' }), true, true],
    ['a file for a file', photo, file, true],
    ['choices for a file', photo, ['书法'], false],
    ['words for a file', photo, 'f1', false],
    ['a file for words', text, file, false],
  ])('is still good: %s', (_what, question, value, good) => {
    expect(stillGood(question, value)).toBe(good);
  });

  it('of an earlier time begins the next, number and choices too', () => {
    const line = (q: typeof text) => ({ ...q, lineage: q.id });
    const earlier = new Map<string, AnswerValue>([
      ['n', 3],
      ['m', ['足球']],
    ]);
    expect([...prefilled([number, choices, text].map(line), earlier)]).toEqual([
      ['n', 3],
      ['m', ['足球']],
    ]);
  });
});

describe('a condition on an earlier answer', () => {
  test.each<[AnswerValue | undefined, string, boolean]>([
    [undefined, 'yes', false],
    [undefined, 'undefined', false],
    [true, 'yes', true],
    [true, '书法', false],
    [['书法', '足球'], '足球', true],
    [['书法'], '书', false],
    ['住校', '住校', true],
    ['住校', '住', false],
  ])('of %j waits for %s: %s', (answer, value, met) => {
    expect(meetsCondition(answer, { questionId: 'q', value })).toBe(met);
  });

  it('waits for one of its choices or a tick, and for nothing else', () => {
    expect(decidingValues({ type: 'choices', choices: ['书法'] })).toEqual(['书法']);
    expect(decidingValues({ type: 'consent', choices: [] })).toEqual(['yes']);
    expect(decidingValues({ type: 'text', choices: ['留着的'] })).toEqual([]);
    expect((['choice', 'choices', 'consent'] as const).map(canDecide)).toEqual([true, true, true]);
    expect((['text', 'file', 'date'] as const).some(canDecide)).toBe(false);
    expect((['choice', 'choices', 'consent', 'text'] as const).map(hasChoices)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('what is sent with a form', () => {
  const sent = (q: typeof text, more: object) =>
    judge([q], () => ({ typed: undefined, seen: true, ...more }));

  it('that is wrong is said beside its field and kept by none', () => {
    const judged = sent(number, { typed: '三' });
    expect(judged.errors).toEqual({ 'q-n': '请填数字，如 3 或 3.5' });
    expect(judged.values.size).toBe(0);
  });

  it('of a file is its bytes, whatever was typed beside it', () => {
    expect(sent(photo, { file }).values.get('f')).toBe(file);
    expect(sent(photo, { typed: 'x' }).values.size).toBe(0);
    const missing = sent({ ...photo, required: true }, {});
    expect(missing.errors).toEqual({ 'q-f': '请上传图片或 PDF' });
  });

  it('for an optional question is nothing where it was left empty', () => {
    const judged = sent(text, { typed: '' });
    expect([judged.errors, judged.values.size]).toEqual([{}, 0]);
  });
});

describe('the answers of a booking', () => {
  const startsAt = new Date('2026-07-06T00:30:00Z');
  const deadline = new Date('2026-07-04T00:30:00Z');
  const may = (status: (typeof bookingStatuses)[number], now: Date) =>
    mayStillAnswer({ status, startsAt, cancelHours: 48 }, now);

  it('may be completed until the hour at which it can still be cancelled', () => {
    expect(may('booked', new Date(deadline.getTime() - 1))).toBe(true);
    expect(may('booked', deadline)).toBe(false);
  });

  it('may not once it is over, however early', () => {
    for (const status of ['cancelled', 'refused', 'lapsed', 'not_drawn'] as const) {
      expect(may(status, new Date(0))).toBe(false);
    }
    expect(bookingStatuses.filter((status) => may(status, new Date(0)))).toContain('waitlisted');
  });
});

describe('the history of added answers', () => {
  const [a, b, c] = ['甲', '乙', '丙'].map((label) =>
    aQuestion({ id: label, label, version: 2 }),
  ) as [typeof text, typeof text, typeof text];
  const kept = (id: string, value: AnswerValue, version = 2): [string, StoredAnswer] => [
    id,
    { value, version, withdrawn: false },
  ];
  const words = (
    before: [string, StoredAnswer][],
    now: [string, AnswerValue][],
    asked = [a, b, c],
  ) => supplementWords(asked, new Map(before), new Map(now));

  it('names what was filled in, changed and confirmed, and never an answer', () => {
    const before = [kept('乙', '旧'), kept('丙', '同', 1)];
    expect(
      words(before, [
        ['甲', '新'],
        ['乙', '改过'],
        ['丙', '同'],
      ]),
    ).toBe('填了“甲”，改了“乙”，重新确认了“丙”');
  });

  it('is nothing where nothing changed, or where the question was not asked', () => {
    expect(words([kept('甲', '同')], [['甲', '同']])).toBeNull();
    expect(words([], [])).toBeNull();
    expect(words([], [['丁', '新']])).toBeNull();
  });

  it('knows choices by what they hold, and a file as new each time', () => {
    expect(words([kept('甲', ['书法'])], [['甲', ['书法']]])).toBeNull();
    expect(words([kept('甲', ['书法'])], [['甲', ['足球']]])).toBe('改了“甲”');
    const asFile = { ...a, type: 'file' as const };
    expect(words([kept('甲', file)], [['甲', file]], [asFile, b, c])).toBe('改了“甲”');
  });

  it('confirms only what was answered to an earlier version', () => {
    expect(
      words(
        [kept('甲', '同', 1), kept('乙', '同')],
        [
          ['甲', '同'],
          ['乙', '同'],
        ],
      ),
    ).toBe('重新确认了“甲”');
  });
});
