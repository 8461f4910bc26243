import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { anAccount, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { startSession } from '../auth/start-session';
import type { Ctx } from '../ctx';
import { newId } from '../ids';
import { ok, type Result, refuse } from '../result';
import { transaction } from '../transaction';
import { action } from './action';
import { idleAction, unreadable } from './form';
import { jsonRoute } from './json-route';

const browser = vi.hoisted(() => ({ jar: new Map<string, string>(), away: false }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-may-write': '1', 'x-page': '/me' }),
  cookies: async () => {
    if (browser.away) throw Object.assign(new Error('x'), { code: 'CONNECT_TIMEOUT' });
    return {
      has: (name: string) => browser.jar.has(name),
      get: (name: string) => (browser.jar.has(name) ? { value: browser.jar.get(name) } : undefined),
      set: (name: string, value: string) => browser.jar.set(name, value),
    };
  },
}));
const revalidated = vi.hoisted(() => [] as string[]);
vi.mock('next/cache', () => ({ revalidatePath: (path: string) => revalidated.push(path) }));

const schema = z.object({ title: z.string() });
const command = async (_: Ctx, { title }: { title: string }): Promise<Result<{ id: string }>> =>
  title === 'full' ? refuse('full') : ok({ id: title });
type Options = Parameters<typeof action<typeof schema, { id: string }>>[3];
const send = (title: string | string[], options: Partial<Options> = {}) => {
  const form = new FormData();
  form.set('$FORM', 'f1');
  for (const one of [title].flat()) form.append('title', one);
  return action('try', schema, command, { as: 'member', ...options })(idleAction, form);
};
const signIn = async () => {
  const { accountId } = await arrange((tx) => anAccount(tx));
  const { token } = await arrange((tx) => aSignedInSession(tx, accountId));
  browser.jar.set('lx', token);
};
const post = (body: string, more: object = {}, headers: Record<string, string> = {}) =>
  jsonRoute('try', schema, command, { words: {}, keyed: false, ...more })(
    new Request('http://a.cn/api', {
      method: 'POST',
      headers: { origin: 'http://a.cn', host: 'a.cn', ...headers },
      body,
    }),
  );

beforeEach(async () => {
  browser.jar.clear();
  browser.away = false;
  revalidated.length = 0;
  await resetDb();
});

describe('a form from a session that had ended', () => {
  it('is kept for the same account, and forgotten once it went through', async () => {
    await signIn();
    await sqlAsOwner()`update sessions set ended_at = now(), ended_reason = 'idle'`;
    expect(await send('甲')).toMatchObject({ code: 'sign_in' });
    expect(browser.jar.get('lx-f')).toBeTruthy();
    await sqlAsOwner()`update sessions set ended_at = null, ended_reason = null`;
    expect(await send('full')).toMatchObject({ code: 'full' });
    expect(browser.jar.get('lx-f')).toBeTruthy();
    expect(await send('甲')).toMatchObject({ status: 'ok' });
    expect(browser.jar.get('lx-f')).toBe('');
  });
  it('is not kept where signing in would not help', async () => {
    await signIn();
    expect(await send('甲', { as: 'staff' })).toMatchObject({ code: 'forbidden' });
    expect(browser.jar.has('lx-f')).toBe(false);
  });
});

describe('an action that was done', () => {
  it('leads on, shows pages anew, or ends the session, as it says', async () => {
    await signIn();
    expect(await send('甲', { revalidate: ['/me', '/desk'] })).toMatchObject({ status: 'ok' });
    expect(revalidated).toEqual(['/me', '/desk']);
    const onward = send('甲', { redirect: ({ id }, { title }) => `/${id}/${title}` });
    await expect(onward).rejects.toMatchObject({
      digest: expect.stringMatching(/^NEXT_REDIRECT;.*;\/甲\/甲;/),
    });
    expect(browser.jar.get('lx')).not.toBe('');
    await send('甲', { leaves: true });
    expect(browser.jar.get('lx')).toBe('');
  });
  it('gives the browser the session that its command began', async () => {
    const { accountId } = await arrange((tx) => anAccount(tx));
    const begin = (ctx: Ctx) =>
      transaction(ctx, async (tx) => ok(await startSession(tx, { accountId, assurance: 'sms' })));
    const enter = action('enter', schema, begin, {
      as: 'anyone',
      enters: { way: 'sms', session: (made) => made },
    });
    const form = new FormData();
    form.set('title', 'x');
    const done = await enter(idleAction, form);
    expect(done).toMatchObject({ status: 'ok' });
    expect(browser.jar.get('lx')).toBe((done.data as { token: string }).token);
  });
});

describe('what cannot be read or asked', () => {
  it('is a field that came twice: nothing is guessed', async () => {
    await signIn();
    const said = await send(['甲', '乙']);
    expect(said).toMatchObject({ status: 'invalid', code: 'invalid', message: unreadable });
    expect(said.fieldErrors).toBeUndefined();
  });
  it('is told busy with what was typed, when not even who asks could be read', async () => {
    browser.away = true;
    expect(await send('甲')).toMatchObject({ code: 'busy', values: { title: '甲' } });
    const answer = await post('{"title":"甲"}');
    expect([answer.status, (await answer.json()).code]).toEqual([503, 'busy']);
  });
});

describe('a JSON door', () => {
  it('reads a body of the very length it takes, and needs no key where it says so', async () => {
    await signIn();
    const body = '{"title":"甲"}';
    expect((await post(body, { largest: body.length })).status).toBe(200);
    expect((await post(body, { largest: body.length - 1 })).status).toBe(400);
    expect((await post(`{"title":"${'x'.repeat(60_000)}"}`)).status).toBe(200);
    expect((await post(body, { keyed: true })).status).toBe(400);
    expect((await post(body, { keyed: true }, { 'idempotency-key': newId() })).status).toBe(200);
  });
  it('says when to come again only where it knows', async () => {
    await signIn();
    const refusing = (refusal: Result<never>) =>
      jsonRoute('try', schema, async () => refusal, { words: {}, keyed: false })(
        new Request('http://a.cn/api', {
          method: 'POST',
          headers: { origin: 'http://a.cn', host: 'a.cn' },
          body: '{"title":"甲"}',
        }),
      );
    const comeAgain = async (refusal: Result<never>) =>
      (await refusing(refusal)).headers.get('retry-after');
    expect(await comeAgain(refuse('too_fast', { detail: { seconds: 7 } }))).toBe('7');
    expect(await comeAgain(refuse('too_fast'))).toBeNull();
    expect(await comeAgain(refuse('full', { detail: { seconds: 7 } }))).toBeNull();
  });
});
