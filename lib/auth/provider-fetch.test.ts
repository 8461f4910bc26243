import { afterEach, expect, it, vi } from 'vitest';
import { fakeServer } from '@/lib/testing/fake-server';

const state = vi.hoisted(() => ({ env: { demo: true } }));
vi.mock('../env', () => ({ env: () => state.env }));
const { fetchProvider } = await import('./provider-fetch');

let server: Awaited<ReturnType<typeof fakeServer>> | undefined;
afterEach(() => {
  state.env = { demo: true };
  return server?.close();
});

it('a provider of the demo is asked over plain http too, with what the library sends', async () => {
  server = await fakeServer(() => ({ body: { sub: 'u1' } }));
  const answer = await fetchProvider(`${server.endpoint}/token`, {
    method: 'POST',
    body: 'code=1',
  });
  expect(await answer.json()).toEqual({ sub: 'u1' });
  expect(server.received).toMatchObject([{ url: '/token', body: 'code=1' }]);
});

it('a provider outside the demo is asked over https alone', async () => {
  server = await fakeServer(() => ({}));
  state.env = { demo: false };
  const { endpoint } = server;
  for (const input of [endpoint, new URL(endpoint), new Request(endpoint)])
    await expect(fetchProvider(input)).rejects.toThrow('a provider without https');
  expect(server.received).toEqual([]);
  // Nobody listens there: it was asked, for it is https.
  for (const input of ['https://127.0.0.1:1', new Request('https://127.0.0.1:1')])
    await expect(fetchProvider(input)).rejects.toThrow('fetch failed');
});

it('a provider that sends on to somebody else is not followed', async () => {
  server = await fakeServer(() => ({ status: 302, location: '/elsewhere' }));
  await expect(fetchProvider(server.endpoint)).rejects.toThrow();
  expect(server.received).toHaveLength(1);
});
