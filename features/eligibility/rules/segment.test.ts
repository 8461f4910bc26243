import { expect, it } from 'vitest';
import type { Facts } from './facts';
import { segment } from './segment';

const words = '面向近一年没参加过培训的快递员';
const factsWith = (more: Partial<Facts>, asked: object | null = { id: 'x', words }) =>
  ({
    offering: { rules: { segment: asked ?? undefined } },
    membership: {},
    ...more,
  }) as unknown as Facts;

it('a segment says the words written for applicants and the way out, never its name', () => {
  expect(segment(factsWith({ inSegment: true }))).toEqual({
    rule: 'segment',
    outcome: 'pass',
    reason: words,
  });
  expect(segment(factsWith({ inSegment: false }))).toMatchObject({
    outcome: 'fail',
    reason: words,
    note: '按您现在登记的资料不在范围内',
    fix: { href: '/me/corrections' },
  });
  expect(segment(factsWith({ membership: null }))).toMatchObject({
    note: '您还没有入会',
    fix: { href: '/guide/join' },
  });
});

it('a segment asks nothing of anybody where no offering asks for one', () => {
  expect(segment(factsWith({ inSegment: false }, null))).toBeNull();
});
