import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSession, server, sql } from '../demo';
import { visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import { findPlaces, type Places } from '../matrix/places';
import type { Fields } from '../matrix/post-action';
import { type Answer, ask, origin } from './ask';
import { askForCode, callAction, codeSentTo, setBy } from './sign-in';

let places: Places;
beforeAll(async () => {
  places = await findPlaces();
});

/** A plain member who is nobody's in the other stories. */
async function aBystander(): Promise<string> {
  const [row] = await sql()<{ id: string }[]>`
    select p.account_id as id from people p where p.union_id is not null
      and not exists (select 1 from role_grants g where g.account_id = p.account_id)
      and not exists (select 1 from bookings b where b.account_id = p.account_id)
    order by p.account_id desc offset 300 limit 1`;
  if (!row) throw new Error('nobody stands by');
  return row.id;
}

const act = (name: string, cookie: string | undefined, fields: Fields, host?: string) =>
  callAction(name, places, fields, { cookie, host });

/** Every kind of answer there is for somebody signed in: page, stream, form, file. */
async function doors(cookie: string, pages: { own: string; file: string; post: string }) {
  const form = { origin: origin(), 'content-type': 'application/x-www-form-urlencoded' };
  return {
    html: await ask(pages.own, { cookie }),
    stream: await ask(pages.own, { cookie, headers: { rsc: '1' } }),
    suffix: await ask(`${pages.own}.rsc`, { cookie }),
    file: await ask(pages.file, { cookie }),
    posted: await ask(pages.post, { method: 'POST', cookie, headers: form, body: 'reason=x' }),
  };
}

const shut = (answer: Answer) =>
  [303, 307, 401, 403, 404].includes(answer.status) ||
  /NEXT_REDIRECT|NEXT_HTTP_ERROR_FALLBACK;40[134]/.test(answer.body);

function expectShut(answers: Record<string, Answer>) {
  const open = Object.entries(answers).filter(([, answer]) => !shut(answer));
  expect(open.map(([door]) => door)).toEqual([]);
  for (const answer of Object.values(answers)) expect(answer.body).not.toMatch(/陈一帆|莫振华/);
}

/** An officer of the demo's town for one story only, so that nobody else's session is touched. */
async function aTemporaryOfficer() {
  const accountId = await aBystander();
  const grant = randomUUID();
  await sql()`insert into role_grants (id, account_id, role, organisation_id, reason)
    values (${grant}, ${accountId}, 'town_admin', ${places.town}, '临时负责')`;
  const cookie = `lx=${(await openSession(accountId, 'staff')).token}`;
  expect((await ask('/desk', { cookie })).status).toBe(200);
  return { accountId, grant, cookie };
}

const deskDoors = (cookie: string) =>
  doors(cookie, {
    own: '/desk/members',
    file: `/api/desk/check-ins?session=${places.session}`,
    post: `/api/desk/rolls/${places.session}`,
  });

describe('a session that is over is over everywhere (A14, A16)', () => {
  test('after signing out the copied cookie opens no page, stream, form or file', async () => {
    const { cookie = '' } = await visitor('member');
    const pages = {
      own: '/me/bookings',
      file: `/api/bookings/${places.booking}/calendar`,
      post: `/api/desk/rolls/${places.session}`,
    };
    const before = await doors(cookie, pages);
    expect([before.html.status, before.file.status]).toEqual([200, 200]);
    const { answer } = await act('identity/signOutAction', cookie, {});
    expect(String(answer.headers['set-cookie'])).toMatch(/lx=;/);
    expectShut(await doors(cookie, pages));
    const size = actionRows['applications/saveNameAction']?.input;
    const who = { accountId: null, sessionId: null, cookie };
    const late = await act('applications/saveNameAction', cookie, size?.(places, who) ?? {});
    expect(late.code).toBe('sign_in');
  });

  test('a role taken back is gone at the next request', async () => {
    const { grant, cookie } = await aTemporaryOfficer();
    const system = await visitor('system');
    const reason = '换届调整';
    const taken = await act('identity/revokeRoleAction', system.cookie, { grantId: grant, reason });
    expect(taken.code).toBe('ok');
    expectShut(await deskDoors(cookie));
    const name = 'review/approveApplicationAction';
    const fields = { applicationId: places.application, version: '1' };
    expect((await act(name, cookie, fields)).code).toBe('forbidden');
  });

  test('every role of an organisation that is closed is gone, and back when it opens', async () => {
    const { cookie } = await aTemporaryOfficer();
    await sql()`update organisations set closed_at = now() where id = ${places.town}`;
    try {
      expectShut(await deskDoors(cookie));
    } finally {
      await sql()`update organisations set closed_at = null where id = ${places.town}`;
    }
    expect((await ask('/desk', { cookie })).status).toBe(200);
  });

  test('a stopped account is nobody at the next request, on every device', async () => {
    const accountId = await aBystander();
    const devices = [
      await openSession(accountId, 'member'),
      await openSession(accountId, 'member'),
    ];
    const cookies = devices.map(({ token }) => `lx=${token}`);
    const system = await visitor('system');
    const fields = { accountId, reason: '本人申请停用' };
    expect((await act('identity/disableAccountAction', system.cookie, fields)).code).toBe('ok');
    for (const cookie of cookies)
      expect((await ask('/me/bookings', { cookie })).to).toMatch(/^\/login/);
    expect((await act('identity/enableAccountAction', system.cookie, fields)).code).toBe('ok');
    for (const cookie of cookies)
      expect((await ask('/me/bookings', { cookie })).to).toMatch(/^\/login/);
  });
});

/** The demo on a phone of the same network: no https, and a host that is not localhost. */
test('nothing of the sign-in library is open but the way to a provider that is configured', async () => {
  const form = { origin: origin(), 'content-type': 'application/x-www-form-urlencoded' };
  const gets = ['session', 'csrf', 'providers', 'signin', 'signout', 'error', 'callback/sms'];
  for (const path of gets) expect((await ask(`/api/auth/${path}`)).status).toBe(404);
  for (const path of ['session', 'signout', 'signin/oidc', 'callback/sms', 'callback/officer']) {
    const answer = await ask(`/api/auth/${path}`, { method: 'POST', headers: form, body: 'a=b' });
    expect(answer.status).toBeGreaterThanOrEqual(404);
    // The mark of a new browser, and nothing else.
    const set = (answer.headers['set-cookie'] ?? []).filter((one) => !one.startsWith('lx-b='));
    expect(set).toEqual([]);
  }
});

describe('over plain http from another device', () => {
  const host = () => `192.168.31.20:${server().port}`;

  test('a worker signs in with a code, and each sign-in gives another token (A13, A18)', async () => {
    const phone = `1397${String(Date.now() % 10_000_000).padStart(7, '0')}`;
    const { browser, to } = await askForCode(phone, places, host());
    const planted = `lx=${'A'.repeat(43)}`;
    const fields = { to, code: await codeSentTo(phone), next: '/affairs' };
    const done = await act(
      'identity/signInWithCodeAction',
      `${browser}; ${planted}`,
      fields,
      host(),
    );
    expect(done.code).toBe('ok');
    const { set = '', pair } = setBy(done.answer, 'lx');
    expect(set).toMatch(/Path=\/; .*HttpOnly; SameSite=lax/i);
    expect(set).not.toMatch(/Secure|Domain/i);
    expect(set.length).toBeLessThan(4096);
    expect(pair).not.toBe(planted);
    const me = await ask('/me', { cookie: `${browser}; ${pair}`, headers: { host: host() } });
    expect(me.status).toBe(200);
    expect(me.headers['strict-transport-security']).toBeUndefined();
    expect(me.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    // The code is spent, here and elsewhere.
    expect((await act('identity/signInWithCodeAction', browser, fields, host())).code).toBe(
      'code_used',
    );
  });

  test('a code read by somebody else is worth nothing in another browser (A07)', async () => {
    const phone = `1398${String(Date.now() % 10_000_000).padStart(7, '0')}`;
    const { to } = await askForCode(phone, places, host());
    const thief = setBy(await ask('/login', { headers: { host: host() } }), 'lx-b').pair;
    const fields = { to, code: await codeSentTo(phone), next: '' };
    expect((await act('identity/signInWithCodeAction', thief, fields, host())).code).toBe(
      'stale_page',
    );
  });

  test('a form of another site is refused there too', async () => {
    const headers = { host: host(), origin: 'http://192.168.31.21', 'content-type': 'text/plain' };
    expect((await ask('/login', { method: 'POST', body: 'a', headers })).status).toBe(403);
  });
});
