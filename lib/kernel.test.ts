import { describe, expect, it } from 'vitest';
import type { AccountActor } from './actor';
import { accountOf, anonymous, system } from './actor';
import { problemOf } from './characters';
import { asSystem, type Ctx, makeCtx } from './ctx';
import {
  formatDayRange,
  formatShortDateTime,
  parseLocalDateTime,
  startOfDay,
  toLocalDateTime,
  weekdayName,
} from './dates';
import { readEnv, tuning } from './env';
import { withKey } from './idempotency';
import { newId } from './ids';
import { describeError, makeLog } from './log';
import { receiptSeries } from './receipt-number';
import { undoNote } from './undo';

const account = (more: Partial<AccountActor> = {}): AccountActor => ({
  kind: 'account',
  accountId: 'a',
  personId: null,
  sessionId: 's',
  displayName: '',
  assurance: 'totp',
  mode: 'staff',
  grants: [
    { role: 'town_admin', organisationId: 't' },
    { role: 'viewer', organisationId: 'u' },
  ],
  ...more,
});

describe('a context', () => {
  it('begins outside any transaction, with a number of its own or the one given', () => {
    const ctx = makeCtx(anonymous, 'AB12345678');
    expect(ctx).toMatchObject({ actor: anonymous, inTransaction: false, requestId: 'AB12345678' });
    expect(makeCtx(anonymous).requestId).not.toBe(makeCtx(anonymous).requestId);
  });
  it('goes on as the system under the same number', () => {
    const ctx = makeCtx(anonymous, 'AB12345678');
    expect(asSystem(ctx, '本人')).toEqual({ ...ctx, actor: { kind: 'system', label: '本人' } });
    expect(asSystem(ctx).actor).toEqual(system('系统'));
  });
  it('is of an account only where one is signed in', () => {
    expect([account(), anonymous, system()].map(accountOf)).toEqual(['a', null, null]);
  });
});

describe('the one-time key of a form', () => {
  const key = newId();
  const fields = ['number'];
  const keyed = (actor: Ctx['actor'], sent: unknown, more: object = {}) =>
    withKey({ actor } as Ctx, sent, { name: 'book', input: { a: 1 }, fields, ...more }).idempotency;
  const hash = (actor: AccountActor, more = {}) => keyed(actor, key, more)?.requestHash;

  it('is bound to whose form it was and what its receipt holds', () => {
    expect(keyed(account(), key)).toEqual({
      key,
      owner: 'a',
      fields,
      requestHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
  it('is none for a visitor, for what is no uuid, and where the command takes none', () => {
    for (const [actor, sent, more] of [
      [anonymous, key, {}],
      [system(), key, {}],
      [account(), 'x', {}],
      [account(), 7, {}],
      [account(), undefined, {}],
      [account(), key, { fields: undefined }],
    ] as const)
      expect(keyed(actor, sent, more)).toBeUndefined();
  });
  it('is another for another command, content, session or right, not for their order', () => {
    const same = hash(account());
    const [one, two] = account().grants;
    expect(hash(account({ grants: [two, one] as AccountActor['grants'] }))).toBe(same);
    for (const other of [
      hash(account(), { name: 'cancel' }),
      hash(account(), { input: { a: 2 } }),
      hash(account({ sessionId: 's2' })),
      hash(account({ grants: [one] as AccountActor['grants'] })),
      hash(account({ grants: [{ role: 'town_admin', organisationId: 'x' }, two] as never })),
      hash(account({ grants: [{ role: 'viewer', organisationId: 't' }, two] as never })),
    ])
      expect(other).not.toBe(same);
  });
});

describe('days and times', () => {
  it('read in narrow columns and as one day alone', () => {
    const at = new Date('2026-06-17T10:00:00Z');
    expect(formatShortDateTime(at, at)).toBe('6月17日 18:00');
    expect(formatDayRange('2026-06-17', '2026-06-17', '2026-11-24')).toBe('6月17日（周三）');
    expect([weekdayName(0), weekdayName(6), weekdayName(7)]).toEqual(['周日', '周六', '']);
  });
  it('beside a change of summer time are those of their own side', () => {
    expect(startOfDay('1988-04-17').toISOString()).toBe('1988-04-16T16:00:00.000Z');
    for (const local of ['1988-04-17T01:30', '1988-04-17T03:30', '1988-09-11T03:30'])
      expect(toLocalDateTime(parseLocalDateTime(local) ?? new Date(0))).toBe(local);
    expect(() => startOfDay('2026-13-01')).toThrow(new RangeError('not a calendar day'));
  });
});

describe('settings of a process', () => {
  it('that may be tuned have numbers of their own, and empty ones count as left out', () => {
    expect(tuning({ DATABASE_POOL: '', BOOKING_LANES: '8' })).toEqual({
      DATABASE_POOL: 10,
      DATABASE_STATEMENT_MS: 2500,
      BOOKING_LANES: 8,
      RARE_FONTS: '',
    });
    expect(() => tuning({ DATABASE_POOL: '0' })).toThrow();
  });
  it('are named in the refusal with their words where they have some', () => {
    const refused = () => readEnv({ LIANXIN_DEMO: '1', TRUSTED_PROXIES: '9' });
    expect(refused).toThrow(/- DATABASE_URL：数据库地址/);
    expect(refused).toThrow(/- TRUSTED_PROXIES\n/);
  });
  it.each(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('are not whole with %s alone', (name) => {
    const key = Buffer.alloc(32, 1).toString('base64');
    const demo = {
      ...{ APP_SECRET: key, FIELD_KEYS: `k1:${key}`, INDEX_KEYS: `k1:${key}` },
      ...{ DATABASE_URL: 'postgres://a@b/c', LIANXIN_DEMO: '1' },
    };
    expect(() => readEnv({ ...demo, [name]: 'x' })).toThrow('OIDC_ISSUER');
  });
});

describe('an id', () => {
  it('carries its millisecond, and borrows the next only after many in one', () => {
    const at = Date.now() + 1_000_000_000;
    const hex = at.toString(16).padStart(12, '0');
    const timeOf = (id: string) => id.replaceAll('-', '').slice(0, 12);
    const ids = Array.from({ length: 1000 }, () => newId(at));
    expect(new Set(ids.map(timeOf))).toEqual(new Set([hex]));
    expect(timeOf(newId(at + 5))).toBe((at + 5).toString(16).padStart(12, '0'));
  });
});

describe('the log', () => {
  const lines: Record<string, unknown>[] = [];
  const log = makeLog('debug', { write: (line: string) => lines.push(JSON.parse(line)) });
  it('writes at its level with fields and figures, and no figure that is none', () => {
    log.debug('a', { count: 0 });
    log.info('b', { count: Number.NaN, status: '7' as never });
    log.warn('c');
    expect(lines).toMatchObject([
      { level: 20, msg: 'a', count: 0 },
      { level: 30, msg: 'b' },
      { level: 40, msg: 'c' },
    ]);
    expect(Object.keys(lines[1] ?? {}).sort()).toEqual(['level', 'msg', 'time']);
    expect(Object.keys(lines[2] ?? {}).sort()).toEqual(['level', 'msg', 'time']);
  });
  it('says of an error without stack, cause or code no more than its name', () => {
    const bare = Object.assign(new TypeError('x'), { stack: undefined });
    expect(describeError(bare)).toEqual({ error: 'TypeError' });
    expect(describeError(undefined)).toEqual({ error: 'undefined' });
    const cause = { code: '黄丽', constraint_name: 7 };
    expect(describeError(Object.assign(new Error('x', { cause }), { stack: '' }))).toEqual({
      error: 'Error',
    });
    const text = Object.assign(new Error('x', { cause: 'text' }), { stack: '' });
    expect(describeError(text)).toEqual({ error: 'Error' });
    const own = Object.assign(new Error('x'), { stack: '', code: '57014' });
    expect(describeError(own)).toEqual({ error: 'Error', sqlState: '57014' });
  });
});

it('a text that turns at its very first character is told so', () => {
  expect(problemOf('\u202Eabc')).toBe('turning');
});

it('receipts are numbered by kind and day', () => {
  expect(receiptSeries('RH', '2026-06-05')).toBe('RH-2026-06-05');
});

it('a decision says for how long it can be taken back, and nothing where it cannot', () => {
  expect([undoNote(10), undoNote(0)]).toEqual(['10 秒内可撤销，之后发通知', undefined]);
});
