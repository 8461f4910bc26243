import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AccountActor } from '../actor';
import { Busy } from '../busy';
import type { Ctx } from '../ctx';
import { Conflict, Forbidden, NotFound } from '../errors';
import { ok, refuse } from '../result';
import { eachRow } from './each-row';
import { stateOfError } from './failures';
import { whyNotAct } from './may-act';
import { refusalWords } from './refusal-words';

const logged = vi.hoisted(() => [] as unknown[][]);
vi.mock('../log', () => ({
  log: () => ({
    warn: (...line: unknown[]) => logged.push(['warn', ...line]),
    error: (...line: unknown[]) => logged.push(['error', ...line]),
  }),
}));

const account = (more: Partial<AccountActor> = {}): AccountActor => ({
  kind: 'account',
  accountId: 'a',
  personId: null,
  sessionId: 's',
  displayName: '',
  assurance: 'totp',
  mode: 'staff',
  grants: [{ role: 'town_admin', organisationId: 't' }],
  ...more,
});

describe('who may try a command', () => {
  const why = (actor: Ctx['actor'], access: Parameters<typeof whyNotAct>[1]) =>
    whyNotAct({ actor }, access);
  it('is anyone where anyone may, and whoever is signed in where a member may', () => {
    expect(why({ kind: 'anonymous' }, { as: 'anyone' })).toBeNull();
    expect(why(account({ grants: [] }), { as: 'member' })).toBeNull();
    expect(why(account(), { as: 'staff' })).toBeNull();
  });
  it.each([
    ['member', '/login'],
    ['staff', '/staff/login'],
  ] as const)('is not a visitor as %s, who is sent to %s', (as, door) => {
    expect(why({ kind: 'anonymous' }, { as })).toEqual({
      status: 'refused',
      code: 'sign_in',
      message: '请先登录，填写的内容会保留',
      data: { door },
    });
  });
  it('is nobody after a long pause, but for what may be done then too', () => {
    const cold = account({ fresh: false });
    expect(why(cold, { as: 'staff' })).toMatchObject({ code: 'sign_in', message: /停留时间较长/ });
    expect(why(cold, { as: 'staff', cold: true })).toBeNull();
    expect(why(account({ fresh: true }), { as: 'member' })).toBeNull();
  });
  it('is no officer without a role', () => {
    expect(why(account({ grants: [] }), { as: 'staff' })).toMatchObject({ code: 'forbidden' });
  });
});

describe('the words of a refusal', () => {
  it('are those of the command, with its numbers and the portal’s hotline', () => {
    const words = {
      full: '满了',
      rush: (told: Record<string, string | number>) =>
        `等 ${told.seconds} 秒，电话 ${told.hotline}`,
    };
    expect(refusalWords(words, refuse('full'))).toBe('满了');
    expect(refusalWords(words, refuse('rush', { detail: { seconds: 7 } }))).toBe(
      '等 7 秒，电话 12351',
    );
    expect(refusalWords(words, refuse('other'))).toBeUndefined();
    expect(refusalWords(undefined, refuse('key_reused'))).toMatch(/^这份表单已经提交过/);
    expect(refusalWords({ key_reused: '自己的' }, refuse('key_reused'))).toBe('自己的');
  });
});

describe('an error on its way to a person', () => {
  const shared = globalThis as typeof globalThis & {
    lianxinArrivals?: AsyncLocalStorage<{ began: number; busy: boolean }>;
  };
  afterEach(() => {
    delete shared.lianxinArrivals;
  });
  const state = (error: unknown) => stateOfError({ requestId: 'AB12345678' }, error);
  const failed = (code: string, more = {}) =>
    new Error('outer', { cause: Object.assign(new Error('x'), { code, ...more }) });

  it.each([
    [new NotFound('x'), 'not_found', '内容不存在或已下线'],
    [new Forbidden('x'), 'forbidden', '您没有此操作权限，如需办理请联系所属工会'],
    [new Conflict('x'), 'conflict', '该内容已被处理，请刷新查看'],
    [new Busy('x'), 'busy', '系统繁忙，填写内容已保留，请稍后重试（编号 12345678）'],
    [
      new Error('陈一帆'),
      'unexpected',
      '系统出错了，填写内容已保留。请重试，或拨打 12351 并报编号 12345678',
    ],
    ['thrown text', 'unexpected', expect.stringContaining('12345678')],
  ])('is words with a next step: %s', (error, code, message) => {
    expect(state(error)).toEqual({ status: 'error', code, message });
  });
  it('is beside the form where the database found what hides in a text', () => {
    const said = state(failed('23514', { constraint_name: 'people_name_plain_text' }));
    expect(said).toMatchObject({ status: 'invalid', code: 'invalid' });
    expect(said.message).toContain('不要粘贴');
    expect(state(failed('23514', { constraint_name: 'other' })).code).toBe('unexpected');
  });
  it('is on record under its number where it is a bug or a wait, without its message', () => {
    logged.length = 0;
    for (const error of [failed('57014'), failed('23505', { constraint_name: 'once' }), 'text'])
      state(error);
    state(new NotFound('x'));
    const requestId = 'AB12345678';
    const frame = expect.stringMatching(/lib\/forms\/refusals\.test\.ts:\d+:\d+$/);
    expect(logged).toEqual([
      ['warn', 'busy', { requestId, code: '57014' }],
      ['error', 'unexpected', { requestId, sqlState: '23505', reason: 'Error', frame }],
      ['error', 'unexpected', { requestId, reason: 'unknown' }],
    ]);
    logged.length = 0;
    state(Object.assign(new Error('x'), { stack: undefined }));
    expect(logged).toEqual([['error', 'unexpected', { requestId, reason: 'Error' }]]);
  });
  it('marks the request busy for the server only where waiting was in vain', () => {
    shared.lianxinArrivals = new AsyncLocalStorage();
    const marked = (error: unknown) => {
      const arrival = { began: 0, busy: false };
      shared.lianxinArrivals?.run(arrival, () => state(error));
      return arrival.busy;
    };
    expect([marked(failed('57014')), marked(failed('23505')), marked(new NotFound('x'))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the same done to many rows', () => {
  const ctx = { requestId: 'AB12345678' } as Ctx;
  it('goes on past each that fails and says in its row why, in their order', async () => {
    const work = async ({ id }: { id: string }) => {
      if (id === 'gone') throw new NotFound(id);
      if (id === 'foreign') throw new Forbidden(id);
      if (id === 'bug') throw new Error(id);
      if (id === 'full') return refuse('full', { detail: { left: 2 } });
      return ok({ decision: 'approved', undo: 'u' });
    };
    const ids = ['gone', 'a', 'full', 'foreign', 'bug', 'b'];
    expect(
      await eachRow(
        ctx,
        ids.map((id) => ({ id })),
        work,
      ),
    ).toEqual(
      ok({
        rows: [
          { id: 'gone', reason: 'not_found' },
          { id: 'a', decision: 'approved', undo: 'u' },
          { id: 'full', reason: 'full', detail: { left: 2 } },
          { id: 'foreign', reason: 'not_found' },
          { id: 'bug', reason: 'unexpected' },
          { id: 'b', decision: 'approved', undo: 'u' },
        ],
      }),
    );
  });
});
