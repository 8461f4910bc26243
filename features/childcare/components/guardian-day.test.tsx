import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, test, vi } from 'vitest';
import type { GuardianClass } from '../queries/guardian-class';
import { type ChildDay, unknownDay } from '../rules/class-day';
import { AbsenceSection, CodeSection, LooksSection, TodayState } from './guardian-day';

vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
}));

const stay = async () => ({ status: 'idle' }) as const;
const at = new Date('2026-07-06T00:25:00Z');
const day = (more: Partial<ChildDay> = {}): ChildDay => ({ ...unknownDay, ...more });
const view = (given: Record<string, unknown> = {}) =>
  ({
    bookingId: 'b',
    today: '2026-07-06',
    now: at,
    meeting: { on: '2026-07-06', from: at, to: at },
    day: unknownDay,
    code: null,
    absences: [],
    ahead: ['2026-07-06', '2026-07-07'].map((on) => ({ on, from: at, to: at })),
    looks: [],
    ...given,
  }) as unknown as GuardianClass;
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('where the child is today, for its guardians', () => {
  const state = (given = {}) => renderToStaticMarkup(<TodayState view={view(given)} />);

  test.each([
    ['nobody knows yet', {}, '今天：还没签到', 'neutral'],
    ['it is in', { signedInAt: at }, '今天：已到 08:25', 'success'],
    ['it was not there and they were told', { toldAt: at }, '今天：未到，已告诉家长', 'warning'],
    [
      'it went home',
      { signedInAt: at, handedOver: { at, to: '外婆王秀英' } },
      '由外婆王秀英',
      'success',
    ],
  ])('is said when %s', (_what, more, words, tone) => {
    const html = state({ day: day(more) });
    expect(text(html)).toContain(words);
    for (const other of ['success', 'warning'].filter((one) => one !== tone)) {
      expect(html).not.toContain(`bg-${other}`);
    }
  });

  it('is that there is no class on a day without one', () => {
    expect(state({ meeting: null, day: day({ toldAt: at }) })).toContain('今天没有班');
  });
});

describe('the one-day code on the guardian’s page', () => {
  const section = (given = {}) =>
    renderToStaticMarkup(<CodeSection view={view(given)} make={stay} />);

  it('is made on a day of the class while the child is not gone, and is nowhere else', () => {
    expect(section()).toContain('生成接送码');
    expect(section({ meeting: null })).toBe('');
    expect(section({ day: day({ handedOver: { at, to: '爸爸' } }) })).toBe('');
  });

  it('is shown with whom it is for, and making another one is said to replace it', () => {
    const html = section({ code: { code: '048213', bearer: '张伟' } });
    expect(text(html)).toContain('给张伟，今天有效，只能用一次');
    expect(html).toMatch(/data-code[^>]*>048213</);
    expect(html).toContain('换一个新码');
    expect(html).not.toContain('生成接送码');
  });
});

describe('请假 on the guardian’s page', () => {
  const section = (given = {}) =>
    renderToStaticMarkup(<AbsenceSection view={view(given)} announce={stay} />);
  const options = (html: string) =>
    [...html.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);

  it('offers the days ahead that are not announced yet, with the way back for those that are', () => {
    const html = section({ absences: ['2026-07-07'] });
    expect(options(html)).toEqual(['2026-07-06']);
    expect(html).toContain('name="on" value="2026-07-07"');
    expect(html).toContain('name="withdraw" value="yes"');
    expect(text(html)).toContain('又能来了');
  });

  it('has no form once nothing is left to announce', () => {
    const html = section({
      day: day({ signedInAt: at }),
      ahead: [{ on: '2026-07-06', from: at, to: at }],
    });
    expect(html).not.toContain('<form');
  });
});

describe('who looked at the child’s records', () => {
  const section = (looks: unknown[]) =>
    text(renderToStaticMarkup(<LooksSection view={view({ looks })} />));

  it('is each by function, name and what was opened', () => {
    const look = (what: string) => ({ id: what, at, who: '李素梅', role: '带班老师', what });
    const html = section([look('health'), look('export'), look('pick_up')]);
    expect(html.match(/带班老师 李素梅/g)).toHaveLength(3);
    for (const words of ['健康提示', '导出名册', '接送人名单']) expect(html).toContain(words);
  });

  it('is said to be nobody rather than left empty', () => {
    expect(section([])).toContain('还没有人看过');
  });
});
