// One text with all faults of a file in it, each behind a switch, so that one import serves them all.
import ts from 'typescript';

/** Says at each place which fault is on, and notes that somebody came by. */
export const switchboard = `
globalThis.__faults ??= { on: -1, seen: new Set(), turns: 0 };
const __at = (n) => (globalThis.__faults.seen.add(n), globalThis.__faults.on === n);
const __turn = () => {
  if (++globalThis.__faults.turns > 3_000_000) throw new Error('an endless loop');
  return true;
};
`.replaceAll('\n', ' ');

/** The conditions of loops: a fault may make them endless, and nobody could stop that thread. */
function loopsOf(source) {
  const found = [];
  const walk = (node) => {
    const condition =
      ts.isWhileStatement(node) || ts.isDoStatement(node)
        ? node.expression
        : ts.isForStatement(node) && node.condition;
    if (condition) found.push({ around: [condition.getStart(), condition.getEnd()] });
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/**
 * @param {string} text the source
 * @param {{start: number, end: number, around: [number, number], now: string, kind: string}[]} faults
 *   of this text; the number of each is its place in the list
 */
export function switched(text, faults) {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  const spans = new Map();
  const spanOf = ([start, end]) => {
    const key = `${start} ${end}`;
    if (!spans.has(key)) spans.set(key, { start, end, ways: [], loop: false });
    return spans.get(key);
  };
  for (const { around } of loopsOf(source)) spanOf(around).loop = true;
  for (const [n, { kind, start, end, around, now }] of faults.entries()) {
    const [from, to] = around;
    const other =
      kind === 'call' ? 'undefined' : text.slice(from, start) + now + text.slice(end, to);
    spanOf(around).ways.push(`__at(${n}) ? (${other}) : `);
  }
  const open = [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  /** The text of a stretch, with the switches inside it. */
  const render = (from, to) => {
    let said = '';
    let at = from;
    while (open.length > 0 && open[0].start < to) {
      const { start, end, ways, loop } = open.shift();
      const inner = render(start, end);
      said += `${text.slice(at, start)}(${loop ? '__turn() && ' : ''}(${ways.join('')}(${inner})))`;
      at = end;
    }
    return said + text.slice(at, to);
  };
  return switchboard + render(0, text.length);
}
