import { describe, expect, it, test } from 'vitest';
import { attendance } from './attendance';
import { born, correctionOf } from './born';
import { cancelStatus } from './cancel-limit';
import { facts, now, other } from './cases.test-data';
import { cycling } from './cycling';
import { duplicate } from './duplicate';
import type { Check, Facts, OtherBooking, Rule } from './facts';
import { familyYearWords } from './family-year';
import { grade } from './grade';
import { group } from './group';
import { misfitAfter } from './identity-fit';
import { ineligibleWords } from './ineligibility';
import { lastDraw } from './last-draw';
import { limit } from './limit';
import { membership } from './membership';
import { pointToNearest } from './nearest';
import { noShow } from './no-show';
import { noShowStatus, noShowTermsOf } from './no-show-record';
import { overlap } from './overlap';

type Given = Parameters<typeof facts>[0];
const at = (iso: string) => new Date(`${iso}+08:00`);
const child = {
  isChild: true,
  childId: 'c1',
  name: '陈小禾',
  birthOn: '2017-05-20',
  sex: 'female' as const,
  schoolEntryYear: 2024,
};
const of = (rule: Rule, given: Given): Check | null => rule(facts(given));
const forChild = (given: Given): Given => ({
  ...given,
  facts: { ...given.facts, attendee: child },
});
const others = (...list: Partial<OtherBooking>[]) => ({ others: list.map(other) });

describe('a rule about a child', () => {
  const absent = others({ status: 'absent' });
  test.each<[string, Rule, Given, keyof Check, string, string]>([
    [
      '出勤',
      attendance,
      { rules: { attendanceMin: 70 }, facts: absent },
      'note',
      '您在《电工班》出勤 0/1（0%）',
      '陈小禾在《电工班》出勤 0/1（0%）',
    ],
    [
      '出生日期',
      born,
      { rules: { bornFrom: '1900-01-01' } },
      'note',
      '您：1980年7月6日出生',
      '陈小禾：2017年5月20日出生',
    ],
    [
      '重复报名',
      duplicate,
      { facts: others({ sessionId: 's1', status: 'booked' }) },
      'reason',
      '您已报名这一场',
      '陈小禾已报名这一场',
    ],
    ['会员', membership, {}, 'reason', '您是工会会员', '家长是工会会员'],
    [
      '职业',
      group,
      { rules: { occupations: ['courier'] } },
      'reason',
      '面向快递员',
      '面向快递员的子女',
    ],
    [
      '上次抽签',
      lastDraw,
      { rules: { lastDraw: 'losers_only' }, facts: { lastDraw: { title: '电工班', lost: true } } },
      'note',
      '您在《电工班》未中签',
      '陈小禾在《电工班》未中签',
    ],
    ['每人名额', limit, { rules: { personLimit: 2 } }, 'note', '您已报 0 个', '陈小禾已报 0 个'],
  ])('says whose it is: %s', (_rule, rule, given, part, adult, kid) => {
    expect(of(rule, given)?.[part]).toBe(adult);
    expect(of(rule, forChild(given))?.[part]).toBe(kid);
  });

  it('leads to where a wrong birth date of this child is put right; an adult looks elsewhere', () => {
    const given = { rules: { bornTo: '1970-12-31' } };
    expect(of(born, forChild(given))?.fix).toEqual({
      text: '出生日期填错了？去改孩子资料',
      href: '/me/corrections/new?who=c1',
    });
    expect(of(born, given)?.fix).toEqual({ text: '看看其他服务', href: '/services' });
    expect(correctionOf({ ...child, childId: undefined })).toBe('/me/corrections');
    expect(of(born, given)?.reason).toBe('1970年12月31日及以前出生');
    expect(of(born, { rules: { bornFrom: '2019-09-01' } })?.reason).toBe('2019年9月1日及以后出生');
  });

  it('names the coming grade from June on', () => {
    const given = (startsAt: Date) =>
      forChild({
        rules: { gradeMin: 1, gradeMax: 6 },
        facts: {
          session: {
            id: 's',
            cancelled: false,
            own: null,
            startsAt,
            endsAt: startsAt,
            weekdays: [],
            off: [],
          },
        },
      });
    expect(of(grade, given(at('2026-06-01T08:00')))?.reason).toBe('秋季读一至六年级');
    expect(of(grade, given(at('2026-05-31T08:00')))?.reason).toBe('在读一至六年级');
  });
});

describe('the way out of a rule', () => {
  it('of the occupation is for who is no member another than for a member', () => {
    const rules = { newFormOnly: true };
    const usual = facts({}).membership;
    const member = of(group, {
      rules,
      facts: { membership: usual && { ...usual, isNewForm: false } },
    });
    expect(member).toMatchObject({
      reason: '面向新就业形态劳动者',
      note: '您登记的职业不在范围内',
      fix: { text: '换了工作？联系所属工会更新职业' },
    });
    expect(of(group, { rules, facts: { membership: null } })).toMatchObject({
      note: '入会时登记职业',
      fix: { href: '/guide/join' },
    });
  });

  it('of the last draw tells losers first from losers only, and who took no part', () => {
    const lost = { lastDraw: { title: '电工班', lost: true } };
    const won = { lastDraw: { title: '电工班', lost: false } };
    const reason = (wanted: 'losers_first' | 'losers_only', more: Partial<Facts>) =>
      of(lastDraw, { rules: { lastDraw: wanted }, facts: more });
    expect(reason('losers_first', lost)?.reason).toBe('上次未中签的优先');
    expect(reason('losers_only', lost)?.reason).toBe('面向上次未中签的人');
    expect(reason('losers_first', won)).toBeNull();
    expect(reason('losers_only', won)?.note).toBe('您没有参加《电工班》的抽签，或已中签');
    expect(reason('losers_only', { lastDraw: null })?.note).toBe('上一期没有抽签');
  });

  it('of a limit says within what it counts', () => {
    const rules = { personLimit: 1 };
    expect(of(limit, { rules })?.reason).toBe('这项服务每人最多 1 个名额');
    expect(of(limit, { rules, offering: { term: '2026暑期' } })?.reason).toBe(
      '本期每人最多 1 个名额',
    );
    expect(familyYearWords(1, 'kind')).toBe('每个家庭每年最多 1 次（同类服务）');
    expect(familyYearWords(2, 'course')).toBe('每个家庭每年最多 2 次（同一课程）');
  });

  it('of two at one time names whether the other is drawn or waited for', () => {
    const same = { startsAt: at('2026-07-06T09:00'), endsAt: at('2026-07-06T10:00') };
    const reason = (status: 'entered' | 'waitlisted') =>
      of(overlap, { facts: others({ ...same, status }) })?.reason;
    expect(reason('entered')).toBe('和等抽签的同一时间');
    expect(reason('waitlisted')).toBe('和候补的同一时间');
  });

  it('of too many absences is an appeal of the latest that is not appealed yet', () => {
    const missed = (n: number, appealed = false): Partial<OtherBooking> => ({
      bookingId: `m${n}`,
      sessionId: `m${n}`,
      status: 'absent',
      appealed,
      startsAt: new Date(now.getTime() - n * 86_400_000),
      endsAt: new Date(now.getTime() - n * 86_400_000 + 3_600_000),
    });
    const terms = { limit: 2, withinDays: 90, barDays: 30 };
    const fix = (...list: Partial<OtherBooking>[]) =>
      of(noShow, { offering: { noShow: terms }, facts: others(...list) })?.fix;
    expect(fix(missed(9), missed(2), missed(5))?.href).toBe('/me/bookings/m2/appeal');
    expect(fix(missed(9), missed(2, true), missed(5))?.href).toBe('/me/bookings/m5/appeal');
    expect(fix(missed(2, true), missed(5, true))).toEqual({
      text: '都已申诉过，结果会通知您；急用请打电话给组织单位',
    });
  });
});

describe('cancelling again and again', () => {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const DAY = 86_400_000;

  it('counts for a day to the very moment', () => {
    expect(cancelStatus([ago(DAY)], 1, now)).toEqual({ count: 0, limit: 1, until: null });
    expect(cancelStatus([ago(DAY - 1)], 1, now)).toEqual({
      count: 1,
      limit: 1,
      until: new Date(now.getTime() + 1),
    });
  });

  it('is nothing to say where the service sets no limit', () => {
    const cancellations = [ago(1), ago(2), ago(3)];
    expect(of(cycling, { facts: { cancellations } })).toBeNull();
    expect(of(cycling, { offering: { cancelLimit: 3 }, facts: { cancellations } })?.outcome).toBe(
      'fail',
    );
  });
});

describe('absences on record', () => {
  const terms = { limit: 2, withinDays: 90, barDays: 30 };

  it('count within the days that are set, the last of them left out', () => {
    expect(noShowStatus(['2026-03-17'], terms, '2026-06-15').count).toBe(0);
    expect(noShowStatus(['2026-03-18'], terms, '2026-06-15').count).toBe(1);
  });

  it('are held by the service’s own numbers before those of the settings', () => {
    const own = { noShow: 'on' as const, noShowLimit: undefined, noShowDays: 60, noShowBarDays: 7 };
    expect(noShowTermsOf(own, terms)).toEqual({ limit: 2, withinDays: 60, barDays: 7 });
    expect(noShowTermsOf({ ...own, noShowLimit: 1 }, terms)?.limit).toBe(1);
    expect(noShowTermsOf({ ...own, noShow: 'off' }, terms)).toBeNull();
  });
});

describe('a verdict', () => {
  const failed: Check = { rule: 'overlap', outcome: 'fail', reason: '冲突' };
  const first: Check = { rule: 'membership', outcome: 'pass', reason: '会员' };
  const bad = { eligible: false, checks: [first, failed], failed };
  const good = { eligible: true, checks: [first], failed: null };
  const session = (id: string, taken: number) => ({ id, title: id, taken, capacity: 10 });
  const pointed = (sessions: ReturnType<typeof session>[]) =>
    pointToNearest({ a: bad, b: good, c: good }, sessions, (id) => `/s/${id}`).a;

  it('points to the first session with a place, else to the first that fits', () => {
    const full = [session('a', 0), session('b', 10), session('c', 9)];
    expect(pointed(full)?.failed?.fix?.href).toBe('/s/c');
    expect(pointed([session('a', 0), session('b', 10), session('c', 10)])?.failed?.fix?.href).toBe(
      '/s/b',
    );
    expect(pointed([session('a', 0)])?.failed?.fix).toBeUndefined();
  });

  it('changes nothing but the way out of what fails', () => {
    const checks = pointed([session('b', 0)])?.checks;
    expect(checks?.[0]).toEqual(first);
    expect(checks?.[1]).toMatchObject({ rule: 'overlap', fix: { text: '“b”可以报，去看这一场' } });
  });

  it('is said by rule and fact, one of them where there is but one', () => {
    expect(ineligibleWords({ ...failed, note: '《电工班》' })).toBe('冲突，《电工班》');
    expect(ineligibleWords(failed)).toBe('冲突');
  });

  it('after a correction is null where nothing new stands in the way', () => {
    const given = facts({ rules: { ageMin: 35, ageMax: 64 } });
    expect(misfitAfter(given, { birthOn: '1980-07-07', sex: 'female' })).toBeNull();
    expect(misfitAfter(given, { birthOn: '2000-07-07', sex: 'female' })?.rule).toBe('age');
  });
});
