import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ClockView } from '../queries/find-clock';
import { DueDay } from './due-day';

const clock: ClockView = {
  dueOn: '2026-10-15',
  provisional: false,
  silence: 'consent',
  state: 'running',
  sum: ['9月18日起算，当天不计', '第 15 天：10月15日'],
};
const shown = (given: ClockView | null) =>
  renderToStaticMarkup(<DueDay clock={given} today="2026-09-21" verb="答复" />);

describe('a due day', () => {
  it('says the day, the sum behind it in a fold, and what silence means', () => {
    const html = shown(clock);
    expect(html).toContain('10月15日（周四）前答复');
    expect(html).toMatch(/<details.*<summary.*第 15 天：10月15日.*视为同意/s);
    expect(html).not.toContain('暂定');
  });

  it('says that it may still move, or that it stands still', () => {
    expect(shown({ ...clock, provisional: true })).toContain('暂定');
    expect(shown({ ...clock, state: 'paused', dueOn: null })).toContain('期限暂停');
  });

  it('is not shown once the deadline is over', () => {
    expect(shown({ ...clock, state: 'ended' })).toBe('');
    expect(shown(null)).toBe('');
  });
});
