import { createServer, type IncomingMessage, type Server } from 'node:http';

export interface Received {
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface FakeAnswer {
  status?: number;
  body?: unknown;
  delayMs?: number;
  location?: string;
}

/** A vendor's endpoint on this machine, for tests: answers as told and keeps what it received. */
export async function fakeServer(answer: (received: Received) => FakeAnswer) {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      received.push(one);
      const { status = 200, body = {}, delayMs = 0, location } = answer(one);
      setTimeout(() => {
        response.writeHead(status, location ? { location } : {});
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      }, delayMs);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    received,
    endpoint: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
