import 'server-only';
import { randomInt } from 'node:crypto';
import { headers } from 'next/headers';
import { cache } from 'react';

// Read out over the telephone: no vowels, no 0/O, 1/I.
const ALPHABET = '23456789BCDFGHJKLMNPQRSTVWXZ';

/** Ten characters that name one request in the log and on the screen as 编号. */
export function newRequestId(): string {
  return Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Header that our server sets (scripts/server/arrive.ts), whatever was sent: '1' only where a command may be given. */
export const MAY_WRITE = 'x-may-write';

/** Whether this request only asks for a page or a file. One that did not come through our server does. */
export const onlyReads = async (): Promise<boolean> => (await headers()).get(MAY_WRITE) !== '1';

/** The number our server gave this request, or a new one; the same all through it. */
export const requestId = cache(async (): Promise<string> => {
  const given = (await headers()).get('x-request-id');
  return given && /^[A-Za-z0-9-]{8,40}$/.test(given) ? given : newRequestId();
});
