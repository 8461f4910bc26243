import { describe, expect, it } from 'vitest';
import { termOf } from '@/features/members/rules/search-terms';
import { inboxFilter, listQuery, viewOf } from '../schema/inbox';
import { ageOf, countText } from './age';
import { countBlocked, outcomeText, whyNotInBulk } from './bulk';
import { bulkWords } from './bulk-words';
import { splitRefs } from './case-ref';
import { inboxHref, nextCase } from './inbox-address';
import { monthOf, periodOf } from './period';

const calendar = new Map<string, 'off' | 'work'>([
  ['2026-10-01', 'off'],
  ['2026-10-02', 'off'],
  ['2026-10-10', 'work'],
]);

describe('the age of a case', () => {
  it.each([
    ['2026-06-12', '2026-06-15', '超期 1 天', 'late'],
    ['2026-06-10', '2026-06-15', '超期 3 天', 'late'],
    ['2026-06-13', '2026-06-14', '超期 1 天', 'late'],
    ['2026-06-15', '2026-06-15', '今天到期', 'soon'],
    ['2026-06-16', '2026-06-15', '剩 1 天', 'soon'],
    ['2026-06-19', '2026-06-15', '剩 4 天', 'calm'],
    ['2026-10-05', '2026-09-30', '剩 1 天', 'soon'],
    ['2026-10-10', '2026-10-08', '剩 2 天', 'calm'],
  ])('due %s on %s is %s', (due, today, text, tone) => {
    expect(ageOf(due, today, calendar)).toEqual({ text, tone });
  });

  it('is none where nothing is promised', () => {
    expect(ageOf(null, '2026-06-15', calendar)).toBeNull();
  });

  it('counts out to 999 and no further', () => {
    expect([countText(0), countText(999), countText(1000)]).toEqual(['0', '999', '999+']);
  });
});

describe('what was typed into the search box', () => {
  it.each([
    ['', 'none'],
    ['  ', 'none'],
    ['RH26-0605-0018', 'number'],
    ['rh2606050018', 'number'],
    ['0002', 'phone_tail'],
    ['139 0000 0002', 'phone'],
    ['450803199003070029', 'document'],
    ['４５０８０３１９９００３０７００２９', 'document'],
    ['H12345678', 'document'],
    ['wei xiaoman', 'reading'],
    ['wxm', 'reading'],
    ['小满', 'name'],
    ['韦', 'name'],
    ['<script>', 'name'],
  ])('%j is a %s', (typed, kind) => {
    expect(termOf(typed).kind).toBe(kind);
  });
});

describe('the address of the inbox', () => {
  const filter = inboxFilter.parse({
    view: 'waiting',
    kind: 'nonsense',
    q: '~v1.sealed',
    case: 'not-a-case',
    after: 'x',
  });

  it('drops what it does not understand', () => {
    expect(filter).toMatchObject({ view: 'waiting', q: '~v1.sealed' });
    expect([filter.kind, filter.case]).toEqual([undefined, undefined]);
  });

  it('starts again at the first page when a filter changes, not when a case is opened', () => {
    expect(inboxHref(filter, { overdue: '1' })).not.toContain('after=');
    expect(inboxHref(filter, { case: 'b-1' })).toContain('after=x');
    expect(listQuery(filter)).not.toContain('case=');
  });

  it('says what is asked for and nothing else', () => {
    const empty = inboxFilter.parse({});
    expect(inboxHref(empty, {})).toBe('/desk');
    expect(inboxHref(empty, { kind: 'training', case: 'b-1' })).toBe(
      '/desk?kind=training&case=b-1',
    );
    expect(inboxHref(inboxFilter.parse({ view: 'done' }), { view: undefined })).toBe('/desk');
    expect(inboxHref(inboxFilter.parse({ view: 'done' }), { overdue: '1' })).toBe(
      '/desk?view=done&overdue=1',
    );
  });

  it('searches everywhere unless told otherwise', () => {
    expect(viewOf(inboxFilter.parse({ q: '~v1.sealed' }))).toBe('all');
    expect(viewOf(inboxFilter.parse({}))).toBe('waiting');
  });

  it('opens the case after this one, at the end the one before', () => {
    expect(nextCase(['a', 'b', 'c'], 'b')).toBe('c');
    expect(nextCase(['a', 'b', 'c'], 'c')).toBe('b');
    expect(nextCase(['a'], 'a')).toBeUndefined();
    expect(nextCase(['a', 'b'], undefined)).toBe('a');
    expect(nextCase(['a', 'b'], 'gone')).toBe('a');
    expect(nextCase([], 'gone')).toBeUndefined();
  });
});

describe('a bulk approval', () => {
  const row = { status: 'in_review', own: false, entered: false, duplicate: false };

  it.each([
    [{}, null],
    [{ status: 'pending' }, null],
    [{ status: 'approved' }, 'settled'],
    [{ own: true }, 'own_case'],
    [{ entered: true }, 'entered_by_you'],
    [{ duplicate: true }, 'duplicate_member'],
  ])('of %j says %j', (change, expected) => {
    expect(whyNotInBulk({ ...row, ...change })).toBe(expected);
  });

  it('counts what stays behind by its reason', () => {
    const rows = [row, { ...row, own: true }, { ...row, own: true }, { ...row, duplicate: true }];
    expect(countBlocked(rows)).toEqual([
      { reason: 'own_case', n: 2 },
      { reason: 'duplicate_member', n: 1 },
    ]);
  });

  it.each([
    [{ decision: 'passed_on' }, '已同意，转上级确认'],
    [{ reason: 'stale' }, '没有办：刚有变化，请单独打开核对'],
    [{ reason: 'strange' }, '没有办：请单独打开核对'],
    [
      { reason: 'already_decided', detail: { who: '林干事', when: '10:02', what: '通过' } },
      '没有办：已由 林干事 于 10:02 通过',
    ],
    [{}, null],
  ])('says of a row with %j what became of it: %s', (row, said) => {
    const outcome = { decision: null, reason: null, detail: null, ...row };
    expect(outcomeText(outcome, bulkWords)).toBe(said);
  });

  it('tells applications from bookings', () => {
    expect(splitRefs(['a', 'b-c'])).toEqual({ applications: ['a'], bookings: ['c'] });
  });
});

describe('a period of the dashboard', () => {
  it.each([
    ['month', '2026-03-15', '2026-03-01', '2026-03-15'],
    ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['last_month', '2026-01-02', '2025-12-01', '2025-12-31'],
    ['year', '2026-03-15', '2026-01-01', '2026-03-15'],
    ['last_year', '2026-03-15', '2025-01-01', '2025-12-31'],
  ] as const)('%s on %s', (range, today, from, to) => {
    expect(periodOf(range, today)).toEqual({ from, to });
  });

  it.each([
    ['2026-02', '2026-02-28'],
    ['2026-03', '2026-03-14'],
    ['2025-12', '2025-12-31'],
  ])('that is the month %s ends on %s when today is 14 March', (month, to) => {
    expect(monthOf(month, '2026-03-14')).toEqual({ from: `${month}-01`, to });
  });
});
