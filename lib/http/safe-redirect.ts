// A made-up origin to resolve against: whatever leaves it is not one of our paths.
const HERE = 'http://portal.invalid';
const OUR_PATH = /^\/(?![/\\@]|%(?:2f|5c|40))/i;

/** In characters, longer than any address of ours: a list with its words sealed and everything chosen. */
export const longestAddress = 2_000;

/**
 * Where to go after signing in: a path of this site, or `fallback`. Checked again after the address is
 * resolved, because `/.//elsewhere` only then shows its two slashes. Source: A22 of docs/cases.md.
 */
export function safeRedirect(raw: unknown, fallback = '/'): string {
  if (typeof raw !== 'string' || raw.length > longestAddress) return fallback;
  if (!OUR_PATH.test(raw) || /[\\\s\p{C}]/u.test(raw)) return fallback;
  if (!URL.canParse(raw, HERE)) return fallback;
  const url = new URL(raw, HERE);
  if (url.origin !== HERE || !OUR_PATH.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
