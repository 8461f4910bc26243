import { describe, expect, it } from 'vitest';
import { isLastStep, isUnread, isWaiting } from './desk';
import { checksOf } from './desk-checks';
import { historyText } from './desk-history';

describe('whose turn it is', () => {
  const opened = new Date();
  it.each([
    ['submitted', null, true, true],
    ['submitted', opened, true, true],
    ['in_review', null, true, true],
    ['in_review', opened, true, false],
    ['sent_back', opened, false, false],
    ['approved', null, false, false],
    ['draft', null, false, false],
  ] as const)('%s, opened %s: waiting %s, unread %s', (status, openedAt, waiting, unread) => {
    expect(isWaiting(status)).toBe(waiting);
    expect(isUnread({ status, openedAt })).toBe(unread);
  });

  it.each([
    [1, 1, 'union', true],
    [1, 2, 'union', false],
    [2, 2, 'parent', true],
    [1, 2, 'parent', true],
  ])('step %s of %s on the desk of the %s: last %s', (step, stepsTotal, deskId, last) => {
    expect(isLastStep({ step, stepsTotal, deskId, organisationId: 'union' })).toBe(last);
  });
});

describe('系统核对', () => {
  const facts = {
    documentLabel: '居民身份证',
    birthOn: '1994-02-11',
    today: '2026-06-15',
    minimumAge: 16,
    documentInUse: false,
    employer: null,
    hasEarlierMembership: false,
    beginsProvisional: false,
  };
  const outcomes = (change: Partial<Parameters<typeof checksOf>[0]>) =>
    checksOf({ ...facts, ...change }).map((check) => check.outcome);

  it('says the age, that nobody has this document, and nothing more', () => {
    expect(checksOf(facts).map((check) => check.text)).toEqual([
      '居民身份证号校验通过，32 岁',
      '全区没有重复会籍',
    ]);
  });

  it.each([
    [{ birthOn: '2010-06-16' }, ['fail', 'pass']],
    [{ birthOn: '2010-06-15' }, ['pass', 'pass']],
    [{ documentInUse: true }, ['pass', 'fail']],
    [{ hasEarlierMembership: true }, ['pass', 'pass', 'warn']],
    [{ beginsProvisional: true }, ['pass', 'pass', 'warn']],
    [{ employer: { name: '某站', hasUnion: false, members: 21 } }, ['pass', 'pass', 'warn']],
    [{ employer: { name: '某站', hasUnion: false, members: 10 } }, ['pass', 'pass', 'warn']],
    [{ employer: { name: '某站', hasUnion: false, members: 9 } }, ['pass', 'pass']],
    [{ birthOn: null }, ['pass']],
    [{ employer: { name: '某厂', hasUnion: true, members: 300 } }, ['pass', 'pass']],
  ])('of %j', (change, expected) => {
    expect(outcomes(change)).toEqual(expected);
  });
});

describe('经过', () => {
  it.each([
    ['submitted', null, null, '柜台代办提交'],
    ['opened', null, null, '开始核对'],
    ['sent_back', '请核对', ['name', 'id'], '退回补正（姓名、证件号码）：请核对'],
    ['corrected', '职业：快递员 → 外卖配送员', ['occupation'], '改了职业：快递员 → 外卖配送员'],
    ['resubmitted', null, null, '补正后重新提交'],
    ['resubmitted', '内容没有改动', null, '补正后重新提交，内容没有改动'],
    ['passed_on', '转甲街道确认', null, '同意，转甲街道确认'],
    ['rejected', '不在本单位', null, '不予通过：不在本单位'],
    ['undone', null, null, '撤销了刚才的决定'],
    ['sent_back', null, ['name', 'other'], '退回补正（姓名、other）'],
    ['sent_back', '请核对', null, '退回补正：请核对'],
    ['corrected', null, ['name'], '改了姓名'],
    ['put_right', null, null, '资料已更正'],
    ['put_right', '姓名：陈一凡 → 陈一帆', null, '姓名：陈一凡 → 陈一帆'],
    ['passed_on', null, null, '同意，转上级确认'],
    ['escalated', null, null, '超期，转上级办理'],
    ['moved_union', null, null, '工会合并或撤销，换工会接着办'],
    ['escalated', '超期 2 天，转乙街道', null, '超期 2 天，转乙街道'],
    ['rejected', null, null, '不予通过'],
    ['approved', null, null, '通过'],
    ['withdrawn', null, null, '本人撤回'],
    ['something_new', null, null, 'something_new'],
  ])('%s', (type, note, fields, text) => {
    expect(historyText({ type, note, fields }, 'counter')).toBe(text);
  });

  it.each([
    ['web', '手机提交'],
    ['qr', '扫工会入会码提交'],
    ['another', '提交'],
  ])('names how it was handed in: %s', (channel, text) => {
    const event = { type: 'submitted', note: null, fields: null };
    expect(historyText(event, channel)).toBe(text);
  });
});
