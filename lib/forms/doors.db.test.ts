import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { anAccount, aSignedInSession } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { recordAudit } from '../audit';
import type { Ctx } from '../ctx';
import { Forbidden, NotFound } from '../errors';
import { newId } from '../ids';
import { ok, type Result, refuse } from '../result';
import { transaction } from '../transaction';
import { action } from './action';
import { idleAction } from './form';
import { jsonRoute } from './json-route';

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-may-write': '1' }),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

const input = z.strictObject({
  title: z.string().min(1, '请填写名称'),
  secret: z.string().optional(),
});
type Given = { title: string; secret?: string | undefined };
interface Said {
  readonly itemId: string;
  readonly title: string;
}

/** Writes one line; what it is called decides how it goes wrong. */
const command = (ctx: Ctx, { title }: Given): Promise<Result<Said>> =>
  transaction(ctx, async (tx) => {
    if (title === 'gone') throw new NotFound('item');
    if (title === 'foreign') throw new Forbidden('item');
    if (title === 'bug') throw new Error('title was bug');
    if (title === 'full') return refuse('full', { detail: { left: 3 } });
    if (title === 'rush') return refuse('too_fast', { detail: { seconds: 7 } });
    const itemId = newId();
    await recordAudit(tx, { action: 'make_item', entityType: 'item', entityId: itemId });
    return ok({ itemId, title });
  });
const words = { full: (d: Record<string, string | number>) => `满了，还有 ${d.left} 人在等` };
const made = () => sqlAsOwner()`select entity_id from audit_entries where action = 'make_item'`;

const asMember = async () => {
  const session = await arrange(async (tx) =>
    aSignedInSession(tx, (await anAccount(tx)).accountId),
  );
  jar.set('lx', session.token);
};

beforeEach(async () => {
  jar.clear();
  await resetDb();
});

describe('a server action', () => {
  const act = action('makeItem', input, command, {
    as: 'member',
    receipt: ['itemId'],
    keyed: true,
    secrets: ['secret'],
    words,
  });
  const send = (fields: [string, string][], one = act) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return one(idleAction, form);
  };
  const keyed = (title: string, key = newId()): [string, string][] => [
    ['title', title],
    ['idempotencyKey', key],
  ];

  it('asks a visitor to sign in, gives back what was typed but no secret, and does nothing', async () => {
    const said = await send([...keyed('甲'), ['secret', '1234']]);
    expect(said).toMatchObject({ status: 'refused', code: 'sign_in', data: { door: '/login' } });
    expect(said.values).toMatchObject({ title: '甲' });
    expect(JSON.stringify(said)).not.toContain('1234');
    expect(await made()).toHaveLength(0);
  });

  it('is not an officer’s for who holds no role', async () => {
    await asMember();
    const staff = action('makeItem', input, command, { as: 'staff' });
    expect(await send(keyed('甲'), staff)).toMatchObject({ code: 'forbidden' });
  });

  it('says beside the field what is wrong, and gives back what was typed', async () => {
    await asMember();
    const said = await send([...keyed(''), ['secret', '1234']]);
    expect(said).toMatchObject({
      status: 'invalid',
      fieldErrors: { title: '请填写名称' },
      values: { title: '' },
    });
    expect(JSON.stringify(said)).not.toContain('1234');
  });

  it('does nothing with a field or a key that came twice, nor without the key it wants', async () => {
    await asMember();
    const twice: [string, string][] = [...keyed('甲'), ['title', '乙']];
    expect(await send(twice)).toMatchObject({ status: 'invalid' });
    expect(await send([...keyed('甲'), ['idempotencyKey', newId()]])).toMatchObject({
      status: 'invalid',
    });
    expect(await send([['title', '甲']])).toMatchObject({ code: 'no_key' });
    expect(await send(keyed('甲', 'x'))).toMatchObject({ code: 'no_key' });
    expect(await made()).toHaveLength(0);
  });

  it('does the same form once, hands its receipt back, and refuses other content under its key', async () => {
    await asMember();
    const key = newId();
    const [first, second] = await Promise.all([send(keyed('甲', key)), send(keyed('甲', key))]);
    const [line, ...more] = await made();
    expect(more).toEqual([]);
    for (const said of [first, second]) {
      expect(said).toMatchObject({ status: 'ok', data: { itemId: line?.entity_id } });
    }
    // The receipt holds what may be stored, and no more.
    const again = await send(keyed('甲', key));
    expect(again.data).toEqual({ itemId: line?.entity_id });
    expect(await send(keyed('乙', key))).toMatchObject({ status: 'refused', code: 'key_reused' });
  });

  it('tells a refusal in words with its number, and lets the key be used again', async () => {
    await asMember();
    const key = newId();
    const full = await send(keyed('full', key));
    expect(full).toMatchObject({ code: 'full', message: '满了，还有 3 人在等', data: { left: 3 } });
    expect(full.values).toMatchObject({ title: 'full' });
    expect(await send(keyed('甲', key))).toMatchObject({ status: 'ok' });
  });

  it('turns what is not there, not theirs or broken into words, never into the error’s own', async () => {
    await asMember();
    expect(await send(keyed('gone'))).toMatchObject({ status: 'error', code: 'not_found' });
    expect(await send(keyed('foreign'))).toMatchObject({ status: 'error', code: 'forbidden' });
    const bug = await send(keyed('bug'));
    expect(bug).toMatchObject({ status: 'error', code: 'unexpected', values: { title: 'bug' } });
    expect(bug.message).toMatch(/编号 [0-9A-Z]{8}/);
    expect(bug.message).not.toContain('title was');
  });
});

describe('a JSON door', () => {
  const handle = jsonRoute('makeItem', input, command, {
    words,
    receipt: ['itemId'],
    largest: 200,
  });
  const post = async (body: string, headers: Record<string, string> = {}) => {
    const request = new Request('http://portal.test/api/items', {
      method: 'POST',
      headers: {
        origin: 'http://portal.test',
        host: 'portal.test',
        'idempotency-key': newId(),
        ...headers,
      },
      body,
    });
    const answer = await handle(request);
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };
  const item = (title: string) => JSON.stringify({ title });

  it('opens to our own pages alone, and to who is signed in', async () => {
    await asMember();
    for (const origin of ['http://evil.test', 'null', '']) {
      expect(await post(item('甲'), { origin })).toMatchObject({ status: 403 });
    }
    jar.clear();
    expect(await post(item('甲'))).toMatchObject({ status: 401, body: { code: 'sign_in' } });
    expect(await made()).toHaveLength(0);
  });

  it('reads no body that is no JSON, too long, or names a thing twice', async () => {
    await asMember();
    for (const body of [
      '',
      '{',
      'null null',
      item('长'.repeat(200)),
      '{"title":"甲","title":"乙"}',
    ]) {
      expect(await post(body)).toMatchObject({ status: 400, body: { code: 'invalid' } });
    }
    expect(await made()).toHaveLength(0);
  });

  it('wants the key, the fields and no others', async () => {
    await asMember();
    expect(await post(item('甲'), { 'idempotency-key': 'x' })).toMatchObject({
      status: 400,
      body: { code: 'no_key' },
    });
    for (const body of ['{}', item(''), '[]', '{"title":"甲","more":1}']) {
      expect(await post(body)).toMatchObject({ status: 422, body: { code: 'invalid' } });
    }
  });

  it('answers as the form does, once for a key, and is kept by nobody on the way', async () => {
    await asMember();
    const key = { 'idempotency-key': newId() };
    const first = await post(item('甲'), key);
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toBe('private, no-store');
    const again = await post(item('甲'), key);
    expect(again.body.data).toEqual({ itemId: first.body.data.itemId });
    expect(await post(item('乙'), key)).toMatchObject({
      status: 422,
      body: { code: 'key_reused' },
    });
    expect(await made()).toHaveLength(1);
  });

  it('shares its key with the form of the same name', async () => {
    await asMember();
    const key = newId();
    await post(item('甲'), { 'idempotency-key': key });
    const form = new FormData();
    form.set('title', '甲');
    form.set('idempotencyKey', key);
    const act = action('makeItem', input, command, { as: 'member', receipt: ['itemId'] });
    expect(await act(idleAction, form)).toMatchObject({ status: 'ok' });
    expect(await made()).toHaveLength(1);
  });

  it('says by its number how it went: refused, too fast, gone, not theirs, broken', async () => {
    await asMember();
    expect(await post(item('full'))).toMatchObject({
      status: 409,
      body: { message: '满了，还有 3 人在等', data: { left: 3 } },
    });
    const rush = await post(item('rush'));
    expect([rush.status, rush.headers.get('retry-after')]).toEqual([429, '7']);
    const statuses = [];
    for (const title of ['gone', 'foreign', 'bug']) statuses.push((await post(item(title))).status);
    expect(statuses).toEqual([404, 403, 500]);
  });
});
