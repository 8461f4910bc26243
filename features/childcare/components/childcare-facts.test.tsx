import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChildQuestions } from './child-questions';
import { childcareFacts } from './childcare-facts';
import { ClassLink } from './class-link';

describe('what is special to a 托管班', () => {
  it('is its grades, meals and staff, each only where it is given', () => {
    const details = { meals: '含午餐', staff: '2 名老师' };
    expect(childcareFacts(details, { gradeMin: 1, gradeMax: 6 } as never)).toEqual([
      { label: '年级', value: '一至六年级' },
      { label: '用餐', value: '含午餐' },
      { label: '看护', value: '2 名老师' },
    ]);
    expect(childcareFacts({}, {} as never)).toEqual([]);
  });

  it('is still its grades, open at one end, where the rest cannot be read', () => {
    expect(childcareFacts({ meals: 3 }, { gradeMax: 3 } as never)).toEqual([
      { label: '年级', value: '三年级及以下' },
    ]);
    expect(childcareFacts({ meals: 3 }, { gradeMin: 2 } as never)).toEqual([
      { label: '年级', value: '二年级及以上' },
    ]);
  });
});

describe('what a class asks when a child is enrolled', () => {
  const asked = (details: Record<string, unknown>, asksHealthNotes: boolean) =>
    renderToStaticMarkup(<ChildQuestions details={details} asksHealthNotes={asksHealthNotes} />);

  it('is who may fetch it unless the offering leaves that out, and health only where it asks', () => {
    expect(asked({ asksPickUp: true }, false)).toContain('还有谁会来接孩子');
    expect(asked({ asksPickUp: false }, false)).toBe('');
    expect(asked({ asksPickUp: false }, true)).toContain('健康提示');
  });

  it('errs on the side of asking who may fetch it where the details cannot be read', () => {
    expect(asked({ meals: 3 }, false)).toContain('还有谁会来接孩子');
  });
});

describe('the way from a booking to its class', () => {
  const link = (today: boolean) => renderToStaticMarkup(<ClassLink bookingId="b" today={today} />);

  it('leads to the pick-up list always, and to the day only while there is one', () => {
    expect(link(true)).toContain('href="/me/bookings/b/class"');
    expect(link(false)).not.toContain('/class"');
    for (const today of [true, false]) {
      expect(link(today)).toContain('href="/me/bookings/b/pick-up"');
    }
  });
});
