import { describe, expect, it, test } from 'vitest';
import { belongsTo, groupsOf } from './criteria';
import { groupWords } from './group-words';
import { ledgerOf, releaseWords, sumLedgers } from './ledger';
import { hasLapsed, reachedNobody, refuseClaim } from './offers';

const now = new Date('2026-06-17T02:00:00Z');
const ends = new Date('2026-06-17T05:00:00Z');
const riders = {
  id: 'r',
  label: '骑手',
  capacity: 3,
  taken: 1,
  returnedAt: null,
  returnsAt: new Date('2026-06-20T02:00:00Z'),
};
type Facts = Parameters<typeof ledgerOf>[0];
const ledger = (more: Partial<Facts> = {}) =>
  ledgerOf(
    {
      places: { capacity: 10, overridden: 1 },
      counts: {},
      firstOfferEnds: null,
      carveOuts: [],
      ...more,
    },
    now,
  );
const lines = (more: Partial<Facts> = {}) =>
  ledger(more).rows.map(({ key, label, count, fill }) => [key, label, count, fill]);

describe('where the places of a session are', () => {
  it('is said once for each, adding up to all of them, with 已预约 even at none', () => {
    expect(lines()).toEqual([
      ['booked', '已预约', 0, 'taken'],
      ['free', '现在能报', 10, 'free'],
    ]);
    const counts = { booked: 2, attended: 1, absent: 1, pending: 1, sent_back: 1, waitlisted: 9 };
    const full = ledger({ counts });
    expect(full.rows.map(({ key, count }) => [key, count])).toEqual([
      ['booked', 2],
      ['attended', 1],
      ['absent', 1],
      ['pending', 1],
      ['sent_back', 1],
      ['free', 4],
    ]);
    expect(full).toMatchObject({ capacity: 10, overridden: 1 });
  });

  it('says until when offers hold theirs, the earliest where there are several', () => {
    const offered = (n: number, firstOfferEnds: Date | null) =>
      lines({ counts: { offered: n }, firstOfferEnds })[1];
    expect(offered(1, ends)).toEqual(['offered', '给候补留着，今天 13:00 到期', 1, 'offered']);
    expect(offered(2, ends)?.[1]).toBe('给候补留着，最早今天 13:00 到期');
    expect(offered(2, null)?.[1]).toBe('给候补留着');
  });

  it('names what a group still keeps, and leaves out one that keeps nothing', () => {
    const used = { ...riders, id: 'u', taken: 3 };
    const never = { ...riders, id: 'n', label: '桥圩镇', taken: 2, returnsAt: null };
    expect(lines({ carveOuts: [riders, used, never] })).toEqual([
      ['booked', '已预约', 0, 'taken'],
      ['carve_out:r', '骑手预留，6月20日 10:00 放出', 2, 'reserved'],
      ['carve_out:n', '桥圩镇预留，不放出', 1, 'reserved'],
      ['free', '现在能报', 7, 'free'],
    ]);
  });

  it('is one table for several sessions, what is free at its end', () => {
    const a = ledger({ counts: { booked: 3, offered: 1 }, firstOfferEnds: ends });
    const b = ledger({ counts: { booked: 2, offered: 2, absent: 1 }, carveOuts: [riders] });
    const sum = sumLedgers([a, b]);
    expect(sum.rows.map(({ key, label, count }) => [key, label, count])).toEqual([
      ['booked', '已预约', 5],
      ['offered', '给候补留着', 3],
      ['absent', '缺席', 1],
      ['carve_out:r', '骑手预留，6月20日 10:00 放出', 2],
      ['free', '现在能报', 9],
    ]);
    expect(sum).toMatchObject({ capacity: 20, overridden: 2 });
    expect(sumLedgers([])).toEqual({ rows: [], capacity: 0, overridden: 0 });
  });

  it('says when kept places are let go, or that somebody has to', () => {
    expect(releaseWords(riders.returnsAt, now)).toBe('6月20日（周六）10:00放出');
    expect(releaseWords(null, now)).toBe('由组织单位放出');
  });
});

describe('the group that places are kept for', () => {
  const courier = { occupationCode: 'courier', isNewForm: true, unionPath: ['u', 'town'] };
  const all = { newFormOnly: false, occupations: [], organisationIds: [] };

  test.each([
    ['everybody', {}, true],
    ['new forms', { newFormOnly: true }, true],
    ['their work', { occupations: ['driver', 'courier'] }, true],
    ['other work', { occupations: ['driver'] }, false],
    ['their town', { organisationIds: ['other', 'town'] }, true],
    ['another town', { organisationIds: ['other'] }, false],
    ['their work in another town', { occupations: ['courier'], organisationIds: ['other'] }, false],
    ['other work in their town', { occupations: ['driver'], organisationIds: ['town'] }, false],
  ])('of %s: a courier belongs to it: %s', (_what, more, belongs) => {
    expect(belongsTo({ ...all, ...more }, courier)).toBe(belongs);
    expect(belongsTo({ ...all, ...more }, null)).toBe(false);
  });

  it('is none of new forms for who has a usual job', () => {
    const usual = { ...courier, isNewForm: false };
    expect(belongsTo({ ...all, newFormOnly: true }, usual)).toBe(false);
    expect(belongsTo(all, usual)).toBe(true);
  });

  it('is each whose conditions all hold', () => {
    const carveOuts = [
      { id: 'a', criteria: { ...all, occupations: ['driver'] } },
      { id: 'b', criteria: { ...all, occupations: ['courier'] } },
      { id: 'c', criteria: all },
    ];
    expect(groupsOf(carveOuts, courier)).toEqual(['b', 'c']);
    expect(groupsOf(carveOuts, null)).toEqual([]);
  });

  it('is named by its work and towns, and counts the unions that are no town', () => {
    const choices = {
      trades: [
        { code: 'courier', name: '快递员' },
        { code: 'driver', name: '司机' },
      ],
      towns: [{ id: 'town', shortName: '桥圩镇' }],
    };
    const words = (more: object) => groupWords({ ...all, ...more }, choices);
    expect(words({})).toBe('');
    expect(words({ newFormOnly: true })).toBe('新就业形态劳动者');
    expect(words({ occupations: ['driver', 'courier'] })).toBe('职业：快递员、司机');
    expect(words({ organisationIds: ['town'] })).toBe('单位在：桥圩镇');
    expect(words({ newFormOnly: true, organisationIds: ['x', 'town', 'y'] })).toBe(
      '新就业形态劳动者；单位在：桥圩镇；另有 2 个工会',
    );
  });
});

describe('an offer', () => {
  const offer = (more = {}) => ({ status: 'offered', offerExpiresAt: ends, ...more }) as const;
  const before = new Date(ends.getTime() - 1);

  test.each([
    ['in time', offer(), before, null],
    ['at its very end', offer(), ends, 'offer_over'],
    ['that lapsed', offer({ status: 'lapsed' }), before, 'offer_over'],
    ['that was taken', offer({ status: 'booked' }), before, 'offer_gone'],
    ['without an end', offer({ offerExpiresAt: null }), before, 'offer_gone'],
  ])('%s is refused a yes: %j at %s: %s', (_what, given, when, refusal) => {
    expect(refuseClaim(given, when)).toBe(refusal);
  });

  it('lapses at its very end, and only while it is out', () => {
    expect(hasLapsed(offer(), before)).toBe(false);
    expect(hasLapsed(offer(), ends)).toBe(true);
    expect(hasLapsed(offer({ status: 'booked' }), ends)).toBe(false);
    expect(hasLapsed(offer({ offerExpiresAt: null }), ends)).toBe(false);
  });

  test.each([
    [{ sent: 0, failed: 1, seen: false }, true],
    [{ sent: 1, failed: 1, seen: false }, false],
    [{ sent: 0, failed: 1, seen: true }, false],
    [{ sent: 0, failed: 0, seen: false }, false],
  ])('with %j reached nobody: %s', (delivery, nobody) => {
    expect(reachedNobody(delivery)).toBe(nobody);
  });
});
