/**
 * The cookies of a `Cookie` header by name, as Next reads them: of a name sent twice the last counts, and
 * a value that cannot be decoded is none.
 */
export function cookiesOf(header: string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of header?.split(/; */) ?? []) {
    const at = pair.indexOf('=');
    if (at <= 0) continue;
    try {
      found.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)));
    } catch {
      // As if it had not been sent.
    }
  }
  return found;
}
