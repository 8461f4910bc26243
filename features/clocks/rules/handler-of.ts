/**
 * What the room of a kind does by the clock. Throws Error for a kind that no room has registered: a deadline that
 * nobody would keep.
 */
export function handlerOf<H>(handlers: Readonly<Record<string, H>>, kind: string): H {
  const found = handlers[kind];
  if (!found) throw new Error(`no room keeps the clock ${kind}`);
  return found;
}
