import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { IncidentLine, IncidentLog } from '../queries/incidents';
import { IncidentForm } from './incident-form';
import { IncidentList } from './incident-list';

vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
}));

const stay = async () => ({ status: 'idle' }) as const;
const now = new Date('2026-07-06T02:30:00Z');
const line = (id: string, more: Partial<IncidentLine> = {}): IncidentLine => ({
  id,
  bookingId: 'b1',
  happenedAt: new Date('2026-07-06T01:00:00Z'),
  recordedAt: now,
  recorder: '李素梅',
  correctsId: null,
  what: '手指蹭破皮',
  action: '消毒',
  told: null,
  ...more,
});
const log = (more: Partial<IncidentLog> = {}) =>
  ({
    sessionId: 's',
    incidents: [],
    children: [
      { bookingId: 'b1', name: '陈小禾' },
      { bookingId: 'b2', name: '罗小满' },
    ],
    today: '2026-07-06',
    now,
    ...more,
  }) as unknown as IncidentLog;

describe('a new line for the log', () => {
  const form = (given: Partial<IncidentLog> = {}, corrects?: string) =>
    renderToStaticMarkup(<IncidentForm log={log(given)} action={stay} corrects={corrects} />);

  it('is about the whole class or one child, dated now, and no day ahead can be chosen', () => {
    const html = form();
    const options = [...html.matchAll(/<option value="([^"]*)"[^>]*>([^<]+)</g)];
    expect(options.map(([, value, label]) => [value, label])).toEqual([
      ['', '全班'],
      ['b1', '陈小禾'],
      ['b2', '罗小满'],
    ]);
    expect(html).toMatch(/name="on"[^>]*value="2026-07-06"|value="2026-07-06"[^>]*name="on"/);
    expect(html).toContain('max="2026-07-06"');
    expect(html).toContain('value="10:30"');
    expect(html).toContain('记下，并告诉家长');
  });

  it('that corrects another is about the same child, and says that it corrects', () => {
    const html = form({ incidents: [{ line: line('i1'), corrections: [] }] }, 'i1');
    expect(html).not.toContain('<select');
    expect(html).toContain('name="corrects" value="i1"');
    expect(html).toContain('name="bookingId" value="b1"');
    expect(html).toContain('记下更正');
  });

  it('corrects nothing when the line asked for is not of this log', () => {
    const html = form({ incidents: [{ line: line('i1'), corrections: [] }] }, 'gone');
    expect(html).toContain('name="corrects" value=""');
    expect(html).toContain('<select');
  });
});

describe('the log as it is read', () => {
  const correction = line('i2', { what: '是左手', correctsId: 'i1' });
  const list = (more = {}) =>
    renderToStaticMarkup(
      <IncidentList
        incidents={[{ line: line('i1', { told: '妈妈' }), corrections: [correction] }]}
        now={now}
        {...more}
      />,
    ).replaceAll('<!-- -->', '');

  it('keeps the first words beside what corrects them, and who was told', () => {
    const html = list();
    expect(html.indexOf('手指蹭破皮')).toBeLessThan(html.indexOf('是左手'));
    expect(html).toContain('更正，');
    expect(html.match(/已告诉：妈妈/g)).toHaveLength(1);
    expect(html).toContain('李素梅 记');
  });

  it('names the child to its staff, who may correct; a guardian reads neither', () => {
    const staff = list({ nameOf: () => '陈小禾', correctable: true });
    expect(staff).toContain('，陈小禾');
    expect(staff).toContain('href="?corrects=i1#add"');
    expect(list()).not.toContain('陈小禾');
    expect(list()).not.toContain('corrects=');
  });
});
