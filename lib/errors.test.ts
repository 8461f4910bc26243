import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, describe, expect, it, test } from 'vitest';
import { authorize, permission } from './access';
import { currentArrival, noteBusy } from './arrival';
import { Busy, busyCode, orBusy } from './busy';
import { Forbidden, pgFailure, violates } from './errors';
import { isUuid, newId } from './ids';
import { patience, statementMs } from './patience';
import { isRefusal, ok, refuse } from './result';

const failed = (code: unknown, more: object = {}) => Object.assign(new Error('x'), { code }, more);
const wrapped = (cause: unknown) => new Error('outer', { cause: new Error('middle', { cause }) });

describe('an error of the database', () => {
  it('is found however deeply it was wrapped, with its constraint, and nothing else is', () => {
    const unique = failed('23505', { constraint_name: 'once_idx' });
    expect(pgFailure(wrapped(unique))).toEqual({ code: '23505', constraint: 'once_idx' });
    expect(pgFailure(failed('57014'))).toEqual({ code: '57014', constraint: undefined });
    for (const other of [
      failed('ENOENT'),
      failed(23505),
      failed('23505 '),
      new Error('23505'),
      '23505',
      null,
    ]) {
      expect(pgFailure(other)).toBeNull();
    }
  });

  test.each([
    ['23505', 'once_idx', true],
    ['23P01', 'once_idx', true],
    ['23514', 'once_idx', true],
    ['23505', 'other_idx', false],
    ['23503', 'once_idx', false],
  ])('with %s of %s is a refused row of once_idx: %s', (code, name, is) => {
    expect(violates(wrapped(failed(code, { constraint_name: name })), 'once_idx')).toBe(is);
  });
});

describe('a wait that was given up', () => {
  test.each(['55P03', '57014', '40P01', '53300', '25006'])('is told by SQLSTATE %s', (code) => {
    expect(busyCode(wrapped(failed(code)))).toBe(code);
  });

  test.each(['ANSWER_TIMEOUT', 'CONNECTION_CLOSED', 'ECONNREFUSED'])('is told by %s', (code) => {
    expect(busyCode(wrapped(failed(code)))).toBe(code);
  });

  it('is not what failed for a reason of its own', () => {
    for (const error of [failed('23505'), failed('EACCES'), failed(57014), new Error('x'), 'x']) {
      expect(busyCode(error)).toBeNull();
      expect(orBusy(error)).toBe(error);
    }
  });

  it('becomes one kind of error, once, which says what it was', () => {
    const cause = failed('57014');
    const busy = orBusy(cause);
    expect(busy).toBeInstanceOf(Busy);
    expect((busy as Busy).cause).toBe(cause);
    expect(orBusy(busy)).toBe(busy);
    expect(busyCode(busy)).toBe('57014');
    expect(busyCode(new Busy('no lane'))).toBe('waited');
    expect(busyCode(new Busy('x', { cause: new Error('y') }))).toBeNull();
  });
});

describe('a request that waits', () => {
  const shared = globalThis as typeof globalThis & {
    lianxinArrivals?: AsyncLocalStorage<{ began: number; busy: boolean }>;
  };
  const before = shared.lianxinArrivals;
  afterEach(() => {
    if (before) shared.lianxinArrivals = before;
    else delete shared.lianxinArrivals;
  });

  it('has what is left of its time, and never less than a second', () => {
    const arrivals = new AsyncLocalStorage<{ began: number; busy: boolean }>();
    shared.lianxinArrivals = arrivals;
    const most = statementMs();
    const leftAfter = (ms: number) =>
      arrivals.run({ began: performance.now() - ms, busy: false }, patience);
    expect(leftAfter(most + 60_000)).toBe(1000);
    expect(leftAfter(-60_000)).toBeGreaterThan(most);
    expect(leftAfter(0)).toBeLessThanOrEqual(most);
    expect(patience()).toBe(most);
  });

  it('is marked busy for the server; without a request there is nothing to mark', () => {
    expect(currentArrival()).toBeUndefined();
    expect(noteBusy).not.toThrow();
    const arrivals = new AsyncLocalStorage<{ began: number; busy: boolean }>();
    shared.lianxinArrivals = arrivals;
    const arrival = { began: 0, busy: false };
    arrivals.run(arrival, noteBusy);
    expect(arrival.busy).toBe(true);
  });
});

describe('what a command answers', () => {
  it('is told apart from any other value', () => {
    expect(isRefusal(refuse('full', { detail: { left: 1 } }))).toBe(true);
    for (const other of [
      ok(1),
      null,
      undefined,
      'x',
      {},
      { ok: false },
      { reason: 'x' },
      { ok: true, reason: 'x' },
    ]) {
      expect(isRefusal(other)).toBe(false);
    }
  });
});

describe('a right', () => {
  const mayTry = permission({ name: 'try_kernel', label: '试', roles: ['town_admin'] });
  const actor = (...grants: { role: 'town_admin' | 'viewer'; organisationId: string }[]) => ({
    kind: 'account' as const,
    accountId: 'a',
    personId: null,
    sessionId: 's',
    displayName: '',
    assurance: 'totp' as const,
    mode: 'staff' as const,
    grants,
  });

  it('is held at an organisation and below it, by its roles alone', () => {
    const town = actor({ role: 'town_admin', organisationId: 't' });
    expect(mayTry(town, ['u', 't', 'd'])).toBe(true);
    expect(mayTry(town, ['d'])).toBe(false);
    expect(mayTry(actor({ role: 'viewer', organisationId: 't' }), ['t'])).toBe(false);
    expect(mayTry({ kind: 'anonymous' }, ['t'])).toBe(false);
    expect([mayTry.anywhere(town), mayTry.anywhere(actor())]).toEqual([true, false]);
    expect(mayTry.organisationsOf(actor(...town.grants, ...town.grants))).toEqual(['t']);
  });

  it('that is not held stops a command', () => {
    expect(() => authorize(true)).not.toThrow();
    expect(() => authorize(false)).toThrow(Forbidden);
  });
});

describe('an id', () => {
  it('comes after every earlier one, also within one millisecond and when the clock goes back', () => {
    const ids = Array.from({ length: 9000 }, () => newId(1_900_000_000_000));
    ids.push(newId(1_800_000_000_000));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isUuid)).toBe(true);
  });

  test.each(['', 'x', `${newId()}x`, newId().replaceAll('-', ''), newId().replace(/.$/, 'g')])(
    'is not %s',
    (text) => expect(isUuid(text)).toBe(false),
  );
});
