// What `next/headers` says, for handlers that our own server runs (doors.ts).
import { currentArrival } from '@/lib/arrival';
import { cookiesOf } from '@/lib/http/cookie-header';

function asked() {
  const arrival = currentArrival();
  if (!arrival) throw new Error('no request is being answered');
  return arrival.request.headers;
}

/** The headers of the request being answered: `get`, null where one is missing, and `has`. */
export async function headers() {
  const given = asked();
  return {
    get: (name: string): string | null => {
      const value = given[name.toLowerCase()];
      return value === undefined ? null : String(value);
    },
    has: (name: string): boolean => given[name.toLowerCase()] !== undefined,
  };
}

/** The cookies of the request being answered; nothing can be set here. */
export async function cookies() {
  const found = cookiesOf(asked().cookie);
  return {
    get: (name: string) => {
      const value = found.get(name);
      return value === undefined ? undefined : { name, value };
    },
  };
}
