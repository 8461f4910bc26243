import { describe, expect, it } from 'vitest';
import { caseLink, messageOf, noticeKey } from './application-notice';
import { applicationTodos, transferTodo } from './todos';
import type { ApplicationStatus } from './transitions';

const today = '2026-11-24';
const one = (status: ApplicationStatus, more = {}) => ({
  id: status,
  status,
  unionName: '甲厂工会',
  dueOn: '2026-12-01',
  ...more,
});

describe('what a worker’s own applications ask of them', () => {
  it('begins with what came back, then what is not sent, then what only goes on', () => {
    const cases = (['in_review', 'draft', 'approved', 'submitted', 'sent_back'] as const).map(
      (status) => one(status),
    );
    expect(applicationTodos(cases, today).map(({ key }) => key)).toEqual([
      'sent_back',
      'draft',
      'in_review',
      'submitted',
    ]);
  });

  it('is nothing once a case is over', () => {
    const over = (['approved', 'rejected', 'withdrawn'] as const).map((status) => one(status));
    expect(applicationTodos(over, today)).toEqual([]);
  });

  it('leads to what has to be put right, and names the union that said so', () => {
    const [todo] = applicationTodos([one('sent_back')], today);
    expect(todo).toMatchObject({
      sub: '甲厂工会已写明要改的地方',
      tone: 'warning',
      href: '/applications/sent_back',
    });
    const [nameless] = applicationTodos([one('sent_back', { unionName: null })], today);
    expect(nameless?.sub).toBe('工会已写明要改的地方');
  });

  it('goes on with a draft where it was left', () => {
    expect(applicationTodos([one('draft')], today)).toEqual([
      expect.objectContaining({ title: '接着填入会申请', href: '/join', tag: '填写中' }),
    ]);
  });

  it('says by when the union answers a case that waits, or that it is being looked at', () => {
    const said = (dueOn: string | null) =>
      applicationTodos([one('submitted', { dueOn })], today)[0];
    expect(said('2026-12-01')).toMatchObject({
      sub: '12月1日（周二）前答复',
      href: '/applications/submitted',
      waits: true,
    });
    expect(said(null)?.sub).toBe('正在核对');
  });

  it('waits for a 转会 without anything to do', () => {
    expect(transferTodo({ number: 'ZH26-1', unionName: '乙厂工会' })).toMatchObject({
      key: 'ZH26-1',
      sub: '乙厂工会核对后打电话告诉您',
      href: '/join/transfer',
      waits: true,
    });
  });
});

describe('a notice of an application', () => {
  it('is found by its case and version, so that undo recalls just what one change sent', () => {
    expect(noticeKey({ id: 'a', version: 3 })).toBe('application:a:3:');
    expect(noticeKey({ id: 'a', version: 13 }).startsWith(noticeKey({ id: 'a', version: 1 }))).toBe(
      false,
    );
  });

  it('leads to the page of the case, and goes out under its template', () => {
    expect(caseLink({ id: 'a', number: 'RH26-1', version: 1 })).toBe('/applications/a');
    expect(messageOf('approved', { number: 'RH26-1' }, '您的申请已通过')).toEqual({
      template: 'membership_approved',
      params: { number: 'RH26-1' },
      text: '您的申请已通过',
    });
  });
});
