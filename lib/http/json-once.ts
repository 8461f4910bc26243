/** Texts with what follows where it is a name, and brackets: all that tells names apart. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[[\]{}]/g;

/** Whether an object of this JSON, which is known to be well formed, names a key twice. */
function namesTwice(json: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const names = open.at(-1);
      const name: string = JSON.parse(token.slice(0, -colon.length));
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}

/**
 * The value of a JSON text; undefined for anything else, also where a key stands twice in one object:
 * `JSON.parse` would take the last one, another reader the first (N34).
 */
export function parseJsonOnce(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return namesTwice(text) ? undefined : value;
  } catch {
    return undefined;
  }
}
