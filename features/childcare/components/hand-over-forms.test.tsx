import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { ChildRecord } from '../queries/child-record';
import { type ChildDay, unknownDay } from '../rules/class-day';
import { HandOverForms } from './hand-over-forms';
import { HealthReveal } from './health-reveal';

vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
}));

const stay = async () => ({ status: 'idle' }) as const;
const at = new Date('2026-07-06T00:25:00Z');
const record = (day: Partial<ChildDay> = {}) =>
  ({
    sessionId: 's',
    bookingId: 'b',
    day: { ...unknownDay, ...day },
    guardians: [
      { id: 'g1', name: '陈一帆', relation: '妈妈', phone: '13911110011', accountId: 'x' },
    ],
    people: [
      { key: 'k1', name: '王秀英', relation: '外婆', phone: '13911110001', photo: 'AAAA' },
      { key: 'k2', name: '李梅', relation: '姑姑', phone: '13911110005', photo: null },
    ],
  }) as unknown as ChildRecord;
const drawn = (day: Partial<ChildDay> = {}) =>
  renderToStaticMarkup(<HandOverForms record={record(day)} action={stay} />).replaceAll(
    '<!-- -->',
    '',
  );
const values = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value);

describe('handing a child over', () => {
  it('has one button for each guardian and each listed person, and sends who that is', () => {
    const html = drawn({ signedInAt: at });
    expect(values(html, 'who')).toEqual(['guardian:g1', 'listed:k1', 'listed:k2']);
    expect([...html.matchAll(/交给([^<]+)</g)].map(([, one]) => one)).toEqual([
      '妈妈',
      '外婆',
      '姑姑',
    ]);
    expect(values(html, 'by')).toEqual(['person', 'person', 'person', 'code', 'stranger']);
    expect(new Set(values(html, 'bookingId'))).toEqual(new Set(['b']));
  });

  it('shows the picture where there is one, with whose it is, and a phone to call', () => {
    const html = drawn({ signedInAt: at });
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html).toContain('src="data:image/jpeg;base64,AAAA" alt="王秀英的照片"');
    expect(html).toContain('href="tel:13911110001"');
  });

  it('is not offered before the child came nor after it went; who may fetch it can still be read', () => {
    for (const day of [
      {},
      { announced: true },
      { signedInAt: at, handedOver: { at, to: '爸爸' } },
    ]) {
      const html = drawn(day);
      expect(html).not.toContain('<form');
      expect(html).toContain('王秀英');
    }
  });
});

describe('what a guardian wrote about health', () => {
  it('is not on the page before somebody asks for it, and says that the look is seen', () => {
    const html = renderToStaticMarkup(<HealthReveal action={stay} sessionId="s" bookingId="b" />);
    expect(html).toContain('查看健康提示');
    expect(html).toContain('家长会看到您查看过');
    expect(values(html, 'bookingId')).toEqual(['b']);
  });
});
