import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { faultsOf, planted } from './faults.mjs';
import { switched } from './switched.mjs';

const text = `
export const band = (n: number, most?: number): string | null => {
  let low = 0;
  while (low * 10 < n) low += 1;
  if (n < 0 || !Number.isFinite(n)) return null;
  return n > (most ?? 100) && most !== undefined ? 'above' : String(low + 1);
};
export const log: number[] = [];
export function note(n: number) {
  log.push(n);
  return band(n) === null;
}
`;

function run(source) {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: 'commonjs' } });
  const exports = {};
  compileFunction(outputText, ['exports'])(exports);
  return exports;
}

const asked = [[0], [-1], [5], [99], [100], [101], [500, 400], [400, 400]];
function answers(source, on = -1) {
  const { band, note, log } = run(source);
  if (globalThis.__faults) Object.assign(globalThis.__faults, { on, turns: 2_990_000 });
  return asked.map(([n, most]) => {
    try {
      return [band(n, most), note(n), log.length];
    } catch (error) {
      return error.message;
    }
  });
}

it('a text with all its faults behind switches does what each of them alone does', () => {
  const faults = faultsOf('a.ts', text);
  const whole = switched(text, faults);
  expect(answers(whole)).toEqual(answers(text));
  // Alone, these would never end.
  const endless = new Set(['low * 10 < n', '<']);
  let ended = 0;
  for (const [n, fault] of faults.entries()) {
    const said = answers(whole, n);
    if (said.includes('an endless loop')) {
      ended += 1;
      expect(endless.has(fault.was) || fault.kind === 'arithmetic', fault.was).toBe(true);
      continue;
    }
    expect(said, `${fault.kind} ${fault.was}`).toEqual(answers(planted(text, fault)));
  }
  expect(ended).toBeGreaterThan(0);
  expect(globalThis.__faults.seen.size).toBe(faults.length);
});
