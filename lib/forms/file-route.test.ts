import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Forbidden, NotFound } from '../errors';

const state = vi.hoisted(() => ({ actor: {} as Record<string, unknown> }));
vi.mock('../auth/session', () => ({ currentCtx: async () => ({ actor: state.actor }) }));
const { fileRoute } = await import('./file-route');

type Who = NonNullable<Parameters<typeof fileRoute>[1]>['who'];
const file = { content: 'list', type: 'text/plain', name: 'list.txt' };
const ask = async (who?: Who, find = async () => file as never) => {
  const handle = fileRoute<{ id: string }>(find, who && { who });
  return handle(new Request('http://a.cn/f'), { params: Promise.resolve({ id: '7' }) });
};
const visitor = { kind: 'anonymous' };
const member = { kind: 'account', fresh: true };
const cold = { kind: 'account', fresh: false };

beforeEach(() => {
  state.actor = visitor;
});

describe('a route that answers with a file', () => {
  it('gives it to anyone unless it says otherwise', async () => {
    const answer = await ask();
    expect([answer.status, await answer.text()]).toEqual([200, 'list']);
    expect((await ask('anyone')).status).toBe(200);
  });
  it.each([
    ['signed_in', visitor, 401],
    ['fresh', visitor, 401],
    ['staff', visitor, 303],
    ['signed_in', member, 200],
    ['signed_in', cold, 200],
    ['fresh', member, 200],
    ['fresh', cold, 401],
    ['staff', cold, 200],
    ['anyone', cold, 200],
  ] as const)('for %s answers %j with %i', async (who, actor, status) => {
    state.actor = actor;
    expect((await ask(who)).status).toBe(status);
  });
  it('says what to do: sign in, again after a pause, or at the desk’s own door', async () => {
    expect(await (await ask('signed_in')).text()).toBe('请先登录');
    expect((await ask('staff')).headers.get('location')).toBe('/staff/login');
    state.actor = cold;
    expect(await (await ask('fresh')).text()).toBe('停留时间较长，请重新登录后再下载');
  });
  it('tells what is not there and what is not theirs alike, and lets other errors go on', async () => {
    for (const error of [new NotFound('x'), new Forbidden('x')]) {
      const answer = await ask('anyone', () => Promise.reject(error));
      expect([answer.status, await answer.text()]).toEqual([404, '内容不存在或已下线']);
    }
    const bug = new Error('bug');
    await expect(ask('anyone', () => Promise.reject(bug))).rejects.toBe(bug);
  });
  it('hands on another answer as it is, and asks with the parts of its address', async () => {
    const other = new Response('日期不对', { status: 400 });
    const handle = fileRoute<{ id: string }>(async (_, { id }, { url }) => {
      expect([id, url]).toEqual(['7', 'http://a.cn/f']);
      return other;
    });
    const at = { params: Promise.resolve({ id: '7' }) };
    expect(await handle(new Request('http://a.cn/f'), at)).toBe(other);
  });
});
