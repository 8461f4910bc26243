import { describe, expect, it } from 'vitest';
import { offeringKinds } from '@/db/schema/enums';
import { conditionWords } from '@/features/conditions/rules/condition-words';
import { nearestSession, sessionLabel } from '@/features/offerings/rules/session-words';
import { offeringRules } from '@/features/offerings/schema/offering';
import { formatShortDateTime, parseLocalDateTime } from '@/lib/dates';
import { createOfferingInput } from '../schema/manage-offering';
import { defaultsOf } from './offering-defaults';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const now = at('2026-06-15T12:00');

describe('words for sessions', () => {
  it('name the day only where names repeat', () => {
    const a = { title: '上午', startsAt: at('2026-07-06T08:30') };
    const b = { title: '上午', startsAt: at('2027-07-07T08:30') };
    expect(sessionLabel(a, [a], now)).toBe('上午');
    expect([sessionLabel(a, [a, b], now), sessionLabel(b, [a, b], now)]).toEqual([
      '7月6日 上午',
      '2027年7月7日 上午',
    ]);
    expect(formatShortDateTime(a.startsAt, now)).toBe('7月6日 08:30');
  });

  it('choose the next session that stands, else the last', () => {
    const of = (id: string, endsAt: string, cancelled = false) => ({
      id,
      endsAt: at(endsAt),
      cancelledAt: cancelled ? now : null,
    });
    const past = of('past', '2026-06-01T10:00');
    const off = of('off', '2026-06-16T10:00', true);
    const next = of('next', '2026-06-17T10:00');
    expect(nearestSession({ sessions: [past, off, next], now })?.id).toBe('next');
    expect(nearestSession({ sessions: [past, off], now })?.id).toBe('past');
    expect(nearestSession({ sessions: [off], now })?.id).toBe('off');
    expect(nearestSession({ sessions: [], now })).toBeUndefined();
  });
});

describe('a new offering', () => {
  it.each(offeringKinds)('of kind %s opens with values that its own form accepts', (kind) => {
    const organisationId = '0198f1f0-0000-7000-8000-000000000000';
    const given = { ...defaultsOf(kind), title: '测试', term: '2027暑期', organisationId };
    const parsed = createOfferingInput.safeParse(given);
    expect(parsed.error?.issues).toBeUndefined();
    expect(parsed.data?.content.rules.membersOnly).toBe(true);
  });
});

describe('conditionWords', () => {
  const names = {
    towns: [{ id: '0198f1f0-0000-7000-8000-000000000001', name: '江南街道总工会' }],
    trades: [{ code: 'courier', name: '快递员' }],
  };
  it('says every condition once, and nothing that is not asked', () => {
    const rules = offeringRules.parse({
      sex: 'female',
      ageMin: 35,
      ageMax: 64,
      occupations: ['courier'],
      organisationIds: [names.towns[0]?.id],
      repeatMonths: 36,
      repeatOf: 'kind',
      waitlistMax: 0,
    });
    expect(conditionWords(rules, 'screening', names)).toEqual([
      '工会会员',
      '女性',
      '35–64 周岁',
      '职业是快递员',
      '江南街道总工会及下级工会的会员',
      '3 年内同类服务只参加一次',
      '满了不候补',
    ]);
    const open = offeringRules.parse({ membersOnly: false });
    expect(conditionWords(open, 'training', names)).toEqual(['不限会员']);
  });
});
