import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { UnitList } from '../queries/unit-list';
import { HandIn } from './unit-list-review';
import { UnitListDone } from './unit-list-status';

// Outside a page there is no address.
vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({}),
}));

const stay = async () => ({ status: 'idle' }) as const;
const list = (counts: Record<string, number>) =>
  ({
    id: 'l',
    counts,
    capacity: 30,
    taken: 0,
    reserved: 0,
    waiting: 0,
    lines: [],
  }) as unknown as UnitList;
const head = (counts: Record<string, number>) =>
  renderToStaticMarkup(<HandIn list={list(counts)} action={stay} idempotencyKey="k" />);
const done = (counts: Record<string, number>) =>
  renderToStaticMarkup(<UnitListDone list={list(counts)} done="corrected" row={undefined} />);

describe('the banner over a list that was looked through', () => {
  it('is green only when every line is good', () => {
    expect(head({ all: 10, ready: 10 })).toContain('bg-success-50');
    expect(head({ all: 10, ready: 6, invalid: 4 })).not.toContain('bg-success-50');
    expect(head({ all: 10, ready: 6, invalid: 4 })).toContain('4 行不会报');
  });

  it('is not green after a correction that leaves something to put right', () => {
    expect(done({ all: 3, ready: 2, not_in_unit: 1 })).not.toContain('bg-success-50');
    expect(done({ all: 3, ready: 3 })).toContain('bg-success-50');
  });
});
