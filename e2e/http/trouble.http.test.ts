import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MadeAccount } from '@/db/factories/accounts';
import { sql } from '../demo';
import { postAction, publishedAs } from '../matrix/post-action';
import { type Answer, ask, boundary, origin } from './ask';
import { openOwnServer } from './own-server';
import { setBy } from './sign-in';

const RUSH = 60;
let house: Awaited<ReturnType<typeof openOwnServer>>;
let course: { offeringId: string; sessionId: string };
let cookies: string[] = [];

const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');

async function aCourse(people: MadeAccount[], organisationId: string) {
  const { arrange } = await import('@/db/factories/arrange');
  const { anOffering, aSession } = await import('@/db/factories/offerings');
  const tokens = people.map((_, n) => `trouble-${n}`);
  await sql()`
    insert into sessions (id, token_hash, account_id, assurance, mode, device, expires_at)
    select gen_random_uuid(), h, a, 'sms', 'member', '测试浏览器', now() + interval '8 hours'
    from unnest(${tokens.map(tokenHash)}::text[], ${people.map((p) => p.accountId)}::uuid[]) as t(h, a)`;
  cookies = tokens.map((token) => `lx=${token}`);
  return arrange(async (tx) => {
    const { id: offeringId } = await anOffering(tx, { organisationId });
    const session = await aSession(tx, { offeringId, capacity: RUSH });
    return { offeringId, sessionId: session.id };
  });
}

beforeAll(async () => {
  house = await openOwnServer();
  const { arrange } = await import('@/db/factories/arrange');
  const { aMember } = await import('@/db/factories/accounts');
  const { anOrganisation } = await import('@/db/factories/organisations');
  const { id } = await arrange((tx) => anOrganisation(tx));
  const people = await arrange(async (tx) => {
    const made: MadeAccount[] = [];
    for (let n = 0; n < RUSH; n++) made.push(await aMember(tx, { organisationId: id }));
    return made;
  });
  course = await aCourse(people, id);
}, 180_000);

afterEach(() => house.thaw());
afterAll(async () => {
  const { closeDatabase } = await import('@/db/client');
  await closeDatabase();
  await sql().end({ timeout: 1 });
  await house?.close();
}, 120_000);

const book = (n: number, key: string = randomUUID()): Promise<Answer> =>
  ask('/api/bookings', {
    method: 'POST',
    cookie: cookies[n],
    headers: {
      origin: origin(),
      'content-type': 'application/json',
      'x-forwarded-for': `10.9.0.${n}`,
      'idempotency-key': key,
    },
    body: JSON.stringify({ ...course, who: 'self' }),
  });

/** The form of 登录 as it stands on the screen, with its hidden fields. */
async function loginForm() {
  const page = await ask('/login');
  const hidden = [
    ...page.body.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g),
  ];
  const fields = hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]);
  return { browser: setBy(page, 'lx-b').pair, fields: Object.fromEntries(fields) };
}

type Form = Awaited<ReturnType<typeof loginForm>>;

/** Sent as a browser does it without its script. */
function send(form: Form, phone: string) {
  const fields = { ...form.fields, phone, agree: 'yes' };
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return ask('/login', {
    method: 'POST',
    cookie: form.browser,
    body: `${parts.join('')}--${boundary}--\r\n`,
    headers: { origin: origin(), 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
}

const sendByScript = (form: Form, phone: string) =>
  postAction(
    publishedAs('identity/requestCodeAction').id,
    { phone, agree: 'yes' },
    { path: '/login', cookie: form.browser },
  );

/** 503 with when to come again, in words, whatever was asked. */
function expectBusy(answers: Answer[]) {
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
  for (const { headers, body } of answers) {
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(body).toContain('系统繁忙');
  }
}

const pages = ['/', '/services', '/me', '/me/bookings'];
const look = (n = 0) => Promise.all(pages.map((page) => ask(page, { cookie: cookies[n] })));
const works = async () => {
  const answers = [...(await look()), await ask('/api/ready')];
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
};
const untilWorking = () => vi.waitFor(works, { timeout: 60_000, interval: 500 });

describe('on a bad day', () => {
  test('a row that somebody holds makes the rush wait no longer than a person does (F06)', async () => {
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    const keys = cookies.map(() => randomUUID());
    let holding: Promise<unknown> = Promise.resolve();
    await new Promise<void>((locked) => {
      holding = sql().begin(async (tx) => {
        await tx`select 1 from session_capacity where session_id = ${course.sessionId} for update`;
        locked();
        await released;
      });
    });
    const rush = Promise.all(keys.map((key, n) => book(n, key)));
    const meanwhile = await look(1);
    const answers = await rush;
    release();
    await holding;
    expect(meanwhile.map(({ status }) => status)).toEqual(pages.map(() => 200));
    expectBusy(answers);
    // Pressed again with the form's own key, everybody gets the place that there is.
    for (let n = 0; n < RUSH; n += 10) {
      const again = keys.slice(n, n + 10).map((key, i) => book(n + i, key));
      expect((await Promise.all(again)).map(({ status }) => status)).toEqual(Array(10).fill(200));
    }
  }, 120_000);

  test('a database that says nothing: every page and form is answered, and works again by itself (R02)', async () => {
    await untilWorking();
    const form = await loginForm();
    house.freeze();
    const [first, ready, booked, plain, scripted] = await Promise.all([
      look(),
      ask('/api/ready'),
      book(2),
      send(form, '13911112222'),
      sendByScript(form, '13911113333'),
    ]);
    const later = await look(1);
    house.thaw();
    expectBusy([...first, ...later, booked, plain, scripted.answer]);
    expect(ready.status).toBe(503);
    // The form stands there as it was sent.
    expect(plain.body).toContain('value="13911112222"');
    expect(scripted.answer.body).toContain('13911113333');
    await untilWorking();
  }, 120_000);

  test('a database that is gone: pages say so as 503, and work again when it is back (R01)', async () => {
    house.fall();
    expectBusy([...(await look()), await book(3)]);
    expect((await ask('/api/ready')).status).toBe(503);
    await house.rise();
    await untilWorking();
  }, 120_000);

  test('a read-only database: not ready, what writes is told so, and both pass with it (R04)', async () => {
    const form = await loginForm();
    await sql()`alter system set default_transaction_read_only = on`;
    await sql()`select pg_reload_conf()`;
    try {
      await vi.waitFor(async () => expect((await ask('/api/ready')).status).toBe(503), 30_000);
      expectBusy([await book(4), await send(form, '13911114444')]);
      expect((await ask('/services')).status).toBe(200);
    } finally {
      await sql()`alter system reset default_transaction_read_only`;
      await sql()`select pg_reload_conf()`;
    }
    await untilWorking();
    expect([200, 409]).toContain((await book(4)).status);
  }, 120_000);

  test('a flood over two processes is counted once (B16)', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => book(5)));
    expect(answers.filter(({ status }) => status !== 429)).toHaveLength(12);
  }, 60_000);

  test('web processes killed six times in a row are started again (R11)', async () => {
    for (let kill = 0; kill < 6; kill++) {
      await vi.waitFor(() => expect(house.killWeb()).toBeGreaterThan(0), 30_000);
    }
    await untilWorking();
    expect(await house.ended()).toBe('alive');
  }, 120_000);
});
