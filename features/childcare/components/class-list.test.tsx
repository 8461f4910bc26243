import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { ClassDay } from '../queries/class-day';
import { type ChildDay, unknownDay } from '../rules/class-day';
import { ClassList } from './class-list';

vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
}));

const stay = async () => ({ status: 'idle' }) as const;
const at = new Date('2026-07-06T00:25:00Z');
const child = (bookingId: string, day: Partial<ChildDay> = {}) => ({
  bookingId,
  name: `孩子${bookingId}`,
  day: { ...unknownDay, ...day },
});
const view = (given: Record<string, unknown> = {}) =>
  ({
    sessionId: 's',
    on: '2026-07-06',
    today: '2026-07-06',
    isOpen: true,
    gaps: [],
    hasBegun: false,
    looksAfter: true,
    lines: [child('a')],
    ...given,
  }) as unknown as ClassDay;
const drawn = (given: Record<string, unknown> = {}) =>
  renderToStaticMarkup(<ClassList view={view(given)} signIn={stay} undo={stay} />);
const buttons = (html: string) =>
  [...html.matchAll(/>(签到|点错了|接走)</g)].map(([, label]) => label);

describe('the list of a class', () => {
  it('has one button for a child that is expected, and both ways on for one that is in', () => {
    expect(buttons(drawn())).toEqual(['签到']);
    expect(buttons(drawn({ lines: [child('a', { signedInAt: at })] }))).toEqual(['点错了', '接走']);
    const gone = child('a', { signedInAt: at, handedOver: { at, to: '外婆王秀英' } });
    expect(buttons(drawn({ lines: [gone] }))).toEqual([]);
  });

  it('posts the child and the class that the button stands beside', () => {
    const html = drawn({ lines: [child('a'), child('b')] });
    const sent = [...html.matchAll(/name="bookingId" value="(\w+)"/g)].map(([, id]) => id);
    expect(sent).toEqual(['a', 'b']);
    expect(html.match(/name="sessionId" value="s"/g)).toHaveLength(2);
  });

  it('opens a child’s record for who looks after it, and for no officer who only reads', () => {
    expect(drawn()).toContain('href="/class/s/a"');
    const read = drawn({ looksAfter: false });
    expect(read).not.toContain('/class/s/a');
    expect(read).toContain('孩子a');
    expect(read).toContain('只对本班看护人员开放');
    expect(buttons(read)).toEqual([]);
  });

  it('counts each child once: who is in, gone, excused, and not there, told or not', () => {
    const html = drawn({
      lines: [
        child('a', { signedInAt: at }),
        child('b', { signedInAt: at, handedOver: { at, to: '爸爸' } }),
        child('c', { announced: true }),
        child('d', { toldAt: at }),
        child('e'),
      ],
    }).replaceAll('<!-- -->', '');
    expect(html).toContain('在班 1，已接走 1，请假 1，未到 2');
    // Only the one whose guardians were told stands out.
    expect(html.match(/text-error[^>]*>未到，已告诉家长/g)).toHaveLength(1);
    expect(html.match(/text-error/g)).toHaveLength(1);
  });

  it('says at its head why nobody may come in, and nothing when all is well', () => {
    expect(drawn({ isOpen: false })).toContain('还没开班');
    expect(drawn({ gaps: ['食品安全未登记'] })).toContain('食品安全未登记，不能让孩子入班');
    expect(drawn()).not.toContain('看护人员”里');
    expect(drawn({ lines: [] })).toContain('本班还没有孩子');
  });
});
