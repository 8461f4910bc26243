import { describe, expect, it } from 'vitest';
import { fieldNames, milestonesOf, progressOf } from './progress';
import type { ApplicationStatus } from './transitions';

const today = '2026-11-24';
const now = new Date('2026-11-24T04:00:00Z');
const base = {
  status: 'submitted' as ApplicationStatus,
  openedAt: null as Date | null,
  escalatedAt: null as Date | null,
  step: 1,
  stepsTotal: 1,
  deskName: '甲厂工会',
  unionName: '甲厂工会',
  dueOn: '2026-12-01' as string | null,
  reason: null,
  sentBackFields: [] as string[],
};

describe('where a case stands', () => {
  it.each([
    [{ status: 'draft' as const }, '申请还没有提交'],
    [{}, '等甲厂工会核对'],
    [{ openedAt: now }, '等甲厂工会再核对'],
    [{ status: 'in_review' as const }, '甲厂工会正在核对'],
    [
      { status: 'in_review' as const, step: 2, stepsTotal: 2, deskName: '甲街道总工会' },
      '已转到甲街道总工会办理',
    ],
    [{ status: 'sent_back' as const, sentBackFields: ['name', 'id'] }, '请改好姓名、证件号码'],
    [{ status: 'sent_back' as const }, '改好了，请重新提交'],
    [{ status: 'approved' as const }, '您已加入甲厂工会'],
    [{ status: 'rejected' as const }, '这次没有通过'],
    [{ status: 'withdrawn' as const }, '申请已撤回'],
  ])('%j: %s', (more, title) => {
    const progress = progressOf({ ...base, ...more }, today);
    expect(progress.title).toBe(title);
    expect(progress.lede).not.toBe('');
  });

  it('says by when, and admits when that day has passed', () => {
    expect(progressOf(base, today).lede).toContain('12月1日（周二）前答复');
    expect(progressOf({ ...base, dueOn: '2026-11-23' }, today).lede).toContain('已超过时限');
    expect(progressOf({ ...base, dueOn: today }, today).lede).toContain('11月24日（周二）前答复');
    expect(progressOf({ ...base, dueOn: null }, today).lede).not.toContain('前答复');
  });

  it('names 工会 where no desk or union is known, and a field it does not know as it came', () => {
    const nobody = { ...base, deskName: null, unionName: null };
    expect(progressOf(nobody, today).title).toBe('等工会核对');
    expect(progressOf({ ...nobody, status: 'approved' }, today).title).toBe('您已加入工会');
    expect(fieldNames(['name', 'other'])).toBe('姓名、other');
  });

  it('has been passed on once it is late, though its own step is the first', () => {
    const late = { ...base, status: 'in_review' as const, escalatedAt: now };
    expect(progressOf(late, today).title).toBe('已转到甲厂工会办理');
  });
});

describe('the timeline', () => {
  const event = (type: string, more = {}) => ({
    at: now,
    type,
    by: '甲厂工会',
    note: null,
    fields: null,
    ...more,
  });

  it('ends with what comes next, and marks where the case is', () => {
    const events = [event('submitted', { by: '本人' }), event('opened')];
    const milestones = milestonesOf({ ...base, status: 'in_review', events }, now, today);
    expect(milestones.map((m) => [m.title, m.when])).toEqual([
      ['您提交了申请', 'done'],
      ['开始核对', 'now'],
      ['工会答复', 'next'],
    ]);
    expect(milestones[0]?.meta).toBe('11月24日（周二）12:00');
    expect(milestones[1]?.meta).toBe('11月24日（周二）12:00 · 甲厂工会');
  });

  it('has no step that is now once the case is approved: its last one is done like the others', () => {
    const events = [event('submitted', { by: '本人' }), event('approved')];
    const milestones = milestonesOf({ ...base, status: 'approved', events }, now, today);
    expect(milestones.map((m) => m.when)).toEqual(['done', 'done']);
  });

  it.each([
    ['resubmitted', '您改好并重新提交'],
    ['passed_on', '单位工会同意，转上级工会确认'],
    ['escalated', '超过时限，转上级工会办理'],
    ['moved_union', '工会有调整，换了工会接着办'],
    ['approved', '审核通过，成为会员'],
    ['rejected', '未通过'],
    ['withdrawn', '您撤回了申请'],
  ])('says of %s: %s', (type, title) => {
    const [only] = milestonesOf({ ...base, events: [event(type)] }, now, today);
    expect(only?.title).toBe(title);
    expect(only?.note).toBeUndefined();
  });

  it('leaves out what a worker has no word for', () => {
    const events = [event('submitted'), event('corrected')];
    const milestones = milestonesOf({ ...base, events }, now, today);
    expect(milestones.map((m) => m.title)).toEqual(['您提交了申请', '工会答复']);
  });

  it.each(['rejected', 'withdrawn'] as const)('ends once the case is %s', (status) => {
    const milestones = milestonesOf({ ...base, status, events: [event(status)] }, now, today);
    expect(milestones.map((m) => m.when)).toEqual(['done']);
  });

  it('goes on at the desk that sent it back, or at 工会', () => {
    const back = (deskName: string | null) =>
      milestonesOf(
        { ...base, status: 'sent_back', deskName, events: [event('sent_back')] },
        now,
        today,
      );
    expect(back('甲厂工会').map((m) => m.title)).toEqual(['退回补正：', '甲厂工会再核对']);
    expect(back(null)[1]?.title).toBe('工会再核对');
  });

  it('shows two desks ahead where the union asks for two', () => {
    const two = { ...base, stepsTotal: 2, events: [event('submitted')] };
    expect(milestonesOf(two, now, today).map((m) => m.title)).toContain('上级工会确认');
  });

  it('says which fields came back, and why', () => {
    const events = [event('sent_back', { fields: ['name'], note: '与证件不一致' })];
    const [only] = milestonesOf({ ...base, status: 'sent_back', events }, now, today);
    expect(only).toMatchObject({ title: '退回补正：姓名', note: '与证件不一致' });
  });

  it('leaves out a decision that was taken back at once', () => {
    const events = [event('submitted'), event('opened'), event('rejected'), event('undone')];
    const titles = milestonesOf({ ...base, status: 'in_review', events }, now, today);
    expect(titles.map((m) => m.title)).toEqual(['您提交了申请', '开始核对', '工会答复']);
  });
});
