import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { OfferingPage } from '../queries/offering-page';
import { OfferingFactList } from './offering-facts';

const shown = (details: Record<string, unknown>) => {
  const page = { sessions: [], isPlanned: true, cancelHours: 24, organiser: '区总工会', details };
  const offering = { ...page, allocation: 'first_come', terms: { tiers: [] }, now: new Date() };
  return renderToStaticMarkup(
    <OfferingFactList offering={offering as unknown as OfferingPage} special={[]} />,
  );
};

describe('费用', () => {
  it.each([
    [{}, '免费'],
    [{ feeFen: 0, feeNote: '午餐自理' }, '免费，午餐自理'],
    [{ feeFen: 1550, feeNote: '含午餐和点心' }, '¥15.50，含午餐和点心'],
    [{ feeFen: 3000 }, '¥30.00'],
  ])('says of %o: %s', (details, words) => {
    expect(shown(details)).toContain(`>${words}<`);
  });
});
