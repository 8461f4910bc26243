import net from 'node:net';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { databaseUrl, driverOptions } from './client';

// A connection begins by asking which types are arrays. What breaks it there must reach nobody who did not ask.
const broken: unknown[] = [];
const note = (error: unknown) => broken.push(error);
process.on('unhandledRejection', note);

let toBreak = 1;
const real = new URL(databaseUrl());
const proxy = net.createServer((client) => {
  const server = net.connect(Number(real.port || 5432), real.hostname);
  client.on('data', (chunk) => {
    if (toBreak > 0 && chunk.includes('pg_catalog.pg_type')) {
      toBreak -= 1;
      client.resetAndDestroy();
      server.destroy();
    } else server.write(chunk);
  });
  server.on('data', (chunk) => client.write(chunk));
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
});
afterAll(() => {
  process.off('unhandledRejection', note);
  proxy.close();
});

test('a connection that breaks while it asks for the types of arrays fails who asked, and nobody else', async () => {
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  const url = new URL(real);
  url.host = `127.0.0.1:${(proxy.address() as net.AddressInfo).port}`;
  const sql = postgres(url.toString(), { ...driverOptions, max: 1 });
  const ask = () => sql`select array[1, 2]::int[] as numbers`;
  await expect(ask()).rejects.toThrow();
  expect(await ask()).toEqual([{ numbers: [1, 2] }]);
  await sql.end({ timeout: 1 });
  expect(broken).toEqual([]);
});
