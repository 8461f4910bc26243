import { NextRequest } from 'next/server';
import { expect, it, vi } from 'vitest';

const openRollLink = vi.hoisted(() => vi.fn());
vi.mock('@/features/programmes/commands/open-roll-link', () => ({ openRollLink }));
vi.mock('@/lib/auth/session', () => ({ currentCtx: async () => ({ actor: { kind: 'account' } }) }));
vi.mock('@/features/questions/queries/answer-columns', () => ({ answerColumns: vi.fn() }));

const { GET } = await import('./route');

it.each([
  ['HEAD', {}],
  ['GET', { 'sec-purpose': 'prefetch;prerender' }],
  ['GET', { purpose: 'prefetch' }],
])('a look ahead by %s %o does not use the link up', async (method, headers) => {
  const address = 'http://127.0.0.1/api/desk/rolls/x/file?link=one';
  const request = new NextRequest(address, { method, headers: headers as HeadersInit });
  const answer = await GET(request, { params: Promise.resolve({ session: 'x' }) });
  expect(answer.status).toBe(204);
  expect(openRollLink).not.toHaveBeenCalled();
});
