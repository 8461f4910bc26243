import type { RegisterFilter } from '../schema/entry';

export const registerPath = '/desk/register';

/** The address of the register as filtered, with some of it changed. */
export function registerHref(filter: RegisterFilter, change: Partial<RegisterFilter>): string {
  const wanted = Object.entries({ ...filter, ...change });
  const given = wanted.filter(([, value]) => value && value !== 1 && value !== 'open');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return query.size > 0 ? `${registerPath}?${query}` : registerPath;
}
