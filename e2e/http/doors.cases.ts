import { describe, expect, test } from 'vitest';
import { type Answer, ask, origin } from './ask';

/** Next says of every answer of its own which of its headers it may depend on. */
const isOfNext = ({ headers }: Answer): boolean => /rsc/i.test(String(headers.vary));
const nowhere = '01a20bd9-fba2-7547-b87f-e6b657b4ce33';

/** By script, as our pages send it; from somewhere else when `from` says so. */
const send = (path: string, body: string, from = origin()) =>
  ask(path, {
    method: 'POST',
    headers: { origin: from, 'content-type': 'application/json' },
    body,
  });

describe('what the opening minute asks for is answered without Next', () => {
  test.each([
    ['GET', '/api/health', 200],
    ['HEAD', '/api/health', 200],
    ['GET', '/api/ready', 200],
    ['GET', `/api/services/${nowhere}/places`, 404],
  ])('%s %s is', async (method, path, status) => {
    const answer = await ask(path, { method });
    expect([answer.status, isOfNext(answer)]).toEqual([status, false]);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.body === '').toBe(method === 'HEAD');
  });

  test.each(['/api/bookings', '/api/desk/check-ins'])(
    'POST %s is, and refuses as ever',
    async (path) => {
      const stranger = await send(path, '{}');
      expect([stranger.status, isOfNext(stranger)]).toEqual([401, false]);
      expect(JSON.parse(stranger.body)).toMatchObject({ code: 'sign_in' });
      expect((await send(path, '{}', 'https://evil.example')).status).toBe(403);
      expect((await send(path, 'a'.repeat(1_200_000))).status).toBe(413);
    },
  );

  test('another method or another way of writing the address is Next’s, as everything else', async () => {
    for (const path of ['/api/bookings', '/api/desk/session', '/api/%68ealth'])
      expect(isOfNext(await ask(path)), path).toBe(true);
    expect((await ask('/api/bookings')).status).toBe(405);
  });
});
