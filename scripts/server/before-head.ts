import type { ServerResponse } from 'node:http';

/** Does `work` as the head of an answer goes out, when whatever it tells of has been done. */
export function beforeHead(response: ServerResponse, work: () => void): void {
  const { writeHead } = response;
  response.writeHead = function head(this: ServerResponse, ...all: unknown[]) {
    work();
    return Reflect.apply(writeHead, this, all);
  } as typeof writeHead;
}
