import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test, vi } from 'vitest';
import { checklistItems } from '@/db/schema/enums';
import type { ClassStaffLine, ClassStaffView } from '../queries/class-staff';
import type { MyClass } from '../queries/my-classes';
import { ChecklistPanel } from './checklist-panel';
import { CopyClassPanel } from './copy-class-panel';
import { MyClasses } from './my-classes';
import { ReadinessPanel } from './readiness-panel';
import { StaffPanel } from './staff-panel';

vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
}));

const stay = async () => ({ status: 'idle' }) as const;
const teacher = (more: Partial<ClassStaffLine> = {}): ClassStaffLine => ({
  id: 'p1',
  name: '李素梅',
  role: 'teacher',
  phoneTail: '0002',
  passedOn: '2026-07-01',
  reference: '港南查1号',
  validUntil: '2027-06-30',
  state: 'valid',
  ...more,
});
const view = (more: Record<string, unknown> = {}) =>
  ({
    sessionId: 's',
    offeringId: 'o',
    today: '2026-07-06',
    now: new Date('2026-07-06T02:00:00Z'),
    openedAt: null,
    checklist: [],
    gaps: [],
    staff: [teacher()],
    before: null,
    ...more,
  }) as unknown as ClassStaffView;
const drawn = (node: React.ReactNode) => renderToStaticMarkup(node).replaceAll('<!-- -->', '');

describe('the opening of a class on the desk', () => {
  const panel = (more = {}) => drawn(<ReadinessPanel view={view(more)} open={stay} />);
  const gaps = [{ gap: 'check_missing', staffId: 'p1' }];

  it('has its button only when nothing is missing and nobody has pressed it', () => {
    expect(panel()).toContain('>开班<');
    expect(panel({ gaps })).not.toContain('<form');
    expect(panel({ gaps })).toContain('缺 1 人犯罪记录查询，不能开班');
  });

  it('leads to the sign-in once it is open, with an alarm when something has gone missing since', () => {
    const openedAt = new Date('2026-07-06T00:00:00Z');
    expect(panel({ openedAt })).toContain('href="/class/s"');
    expect(panel({ openedAt })).not.toContain('role="alert"');
    expect(panel({ openedAt })).not.toContain('>开班<');
    expect(panel({ openedAt, gaps })).toMatch(/role="alert"[^>]*>已开班，但现在不能让孩子入班/);
  });
});

describe('the staff of a class on the desk', () => {
  const panel = (more = {}, checking?: string) =>
    drawn(
      <StaffPanel view={view(more)} checking={checking} add={stay} record={stay} remove={stay} />,
    );

  test.each([
    ['missing', '缺查询'],
    ['expired', '已过期'],
    ['ending', '快到期'],
    ['valid', '有效'],
  ] as const)('say of a check that is %s: %s', (state, word) => {
    expect(panel({ staff: [teacher({ state })] })).toContain(`>${word}<`);
  });

  it('show of a check its day, number and end, and of a phone only the tail', () => {
    const html = panel();
    expect(html).toContain('2026年7月1日查询，编号 港南查1号，有效到2027年6月30日');
    expect(html).toContain('带班老师，尾号 0002');
    const none = { passedOn: null, reference: null, validUntil: null, state: 'missing' } as const;
    expect(panel({ staff: [teacher(none)] })).not.toContain('编号 ');
  });

  it('have one form open: of whom the check is being recorded', () => {
    const two = { staff: [teacher(), teacher({ id: 'p2', name: '周志强', passedOn: null })] };
    expect(panel(two)).not.toContain('name="passedOn"');
    const html = panel(two, 'p2');
    expect(html).toContain('aria-label="录入周志强的查询"');
    expect(html.match(/name="passedOn"/g)).toHaveLength(1);
    expect(html).toContain('>重新录入查询<');
    expect(panel(two)).toContain('>录入查询<');
  });

  it('are asked for while there is nobody, and adding one stands open then', () => {
    expect(panel({ staff: [] })).toContain('还没有人。');
    expect(panel({ staff: [] })).toContain('<details open');
    expect(panel()).not.toContain('<details open');
  });
});

describe('the checklist of a class on the desk', () => {
  const checklist = [{ item: 'food', doneOn: '2026-07-03', note: '许可证甲' }];
  const panel = (editing?: string) =>
    drawn(<ChecklistPanel view={view({ checklist })} editing={editing} record={stay} />);

  it('counts what is done, and offers each item to be recorded or changed', () => {
    const html = panel();
    expect(html).toContain(`1 / ${checklistItems.length}`);
    expect(html.match(/>已登记</g)).toHaveLength(1);
    expect(html.match(/>未登记</g)).toHaveLength(checklistItems.length - 1);
    expect(html).toContain('，许可证甲');
    expect(html).not.toContain('<form');
  });

  it('opens one item with what was recorded before', () => {
    const html = panel('food');
    expect(html.match(/<form/g)).toHaveLength(1);
    expect(html).toContain('value="许可证甲"');
    expect(html).toContain('value="2026-07-03"');
    expect(panel('fire')).not.toContain('value="许可证甲"');
  });
});

describe('照上一班登记', () => {
  const before = {
    id: 'old',
    title: '2026 暑期托管',
    session: '第一班',
    staff: [
      { id: 'p1', name: '李素梅', role: 'teacher', phoneTail: '0002', state: 'valid', here: false },
      { id: 'p2', name: '周志强', role: 'lead', phoneTail: '0009', state: 'expired', here: false },
    ],
    items: [{ item: 'fire', doneOn: '2026-07-03', note: '合格' }],
  };
  const panel = (more = {}) =>
    drawn(<CopyClassPanel view={view({ before, ...more })} copy={stay} />);

  it('lists who was there, how the check stands, and what was checked, all ticked', () => {
    const html = panel();
    expect(html).toContain('李素梅，带班老师，尾号 0002，查询有效');
    expect(html).toContain('周志强，负责人，尾号 0009，查询要重新录入');
    expect(html).toContain('name="fromId" value="old"');
    expect(html.match(/type="checkbox"/g)).toHaveLength(3);
    expect(html.match(/ checked=""/g)).toHaveLength(3);
  });

  it('is not there without a class before, or once all of it is taken over', () => {
    expect(panel({ before: null })).toBe('');
    const here = before.staff.map((one) => ({ ...one, here: true }));
    expect(panel({ before: { ...before, staff: here }, checklist: before.items })).toBe('');
    expect(panel({ before: { ...before, staff: here } })).not.toContain('name="staff"');
  });
});

describe('我带的班', () => {
  const one: MyClass = {
    sessionId: 's',
    role: '带班老师',
    session: '第一班',
    title: '暑期托管',
    isChecked: true,
  };

  it('opens a class to whose check counts, and tells the others what is missing', () => {
    expect(drawn(<MyClasses classes={[one]} />)).toContain('href="/class/s"');
    const html = drawn(<MyClasses classes={[{ ...one, isChecked: false }]} />);
    expect(html).not.toContain('href="/class');
    expect(html).toContain('还没有有效的犯罪记录查询');
    expect(drawn(<MyClasses classes={[]} />)).toBe('');
  });
});
