import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { Device } from '../queries/devices';
import { DeviceList } from './device-list';
import { MemberSearchLink } from './officer-tools';

// Outside a page there is no address.
vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({}),
}));

describe('on a phone', () => {
  it('the desk’s bar leads to the search of members, where the field has no room', () => {
    const html = renderToStaticMarkup(<MemberSearchLink />);
    expect(html).toMatch(/^<a [^>]*href="\/desk\/members"/);
    expect(html).toContain('搜会员');
    // Only on a wide screen, where the field itself stands, is it gone.
    expect(
      html
        .match(/class="([^"]*)"/)?.[1]
        ?.split(' ')
        .filter((c) => /hidden$/.test(c)),
    ).toEqual(['lg:hidden']);
  });

  it('退出 beside a device with a long name keeps to one line', () => {
    const now = new Date('2026-12-01T02:00:00Z');
    const device = { sessionId: 's', words: '很长的手机型号', isThis: false, mode: 'member' };
    const devices = [{ ...device, lastSeenAt: now } as unknown as Device];
    const html = renderToStaticMarkup(<DeviceList devices={devices} now={now} />);
    expect(html).toMatch(/<form[^>]*class="flex-none"/);
    expect(html).toMatch(/class="[^"]*min-w-0 flex-auto/);
  });
});
