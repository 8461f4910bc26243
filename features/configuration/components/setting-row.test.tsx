import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { SettingLine } from '../queries/list-settings';
import { SettingRow } from './setting-row';

// Outside a page there is no address.
vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({}),
}));

it('a setting that is being changed says what may be filled in, and what it was to begin with', () => {
  const setting = {
    key: 'unit_undo_hours',
    label: '单位名单可整单撤回（小时）',
    value: '24',
    fallback: '24',
    allowed: '1–168 的整数',
    numeric: true,
    changed: false,
  } as SettingLine;
  const html = renderToStaticMarkup(<SettingRow setting={setting} editing saved={false} />);
  expect(html).toContain('可填 1–168 的整数，默认：24');
});
