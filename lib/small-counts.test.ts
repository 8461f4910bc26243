import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roughly } from './small-counts';

const least = fc.integer({ min: 2, max: 20 });
const count = fc.nat(3000);
/** Every pair of a part and its total that would be told as these two are. */
function alike(part: number, total: number, step: number): [number, number][] {
  const [p, t] = [roughly(part, step), roughly(total, step)];
  const found: [number, number][] = [];
  for (let a = p; a < p + step; a++) {
    for (let b = Math.max(a, t); b < t + step; b++) found.push([a, b]);
  }
  return found;
}

describe('a count told roughly', () => {
  it('says of fewer than the least nothing, of none as little as of one', () => {
    fc.assert(
      fc.property(least, fc.nat(40), (step, n) => {
        expect(roughly(n, step) === 0).toBe(n < step);
      }),
    );
  });

  it('never tells more than there are, and less than one step fewer', () => {
    fc.assert(
      fc.property(least, count, (step, n) => {
        const rounded = roughly(n, step);
        expect(rounded % step).toBe(0);
        expect(rounded).toBeLessThanOrEqual(n);
        expect(n - rounded).toBeLessThan(step);
      }),
    );
  });

  it('lets neither the part nor what is missing from the total be worked out', () => {
    fc.assert(
      fc.property(least, count, count, (step, a, b) => {
        const [part, total] = [Math.min(a, b), Math.max(a, b)];
        const pairs = alike(part, total, step);
        expect(new Set(pairs.map(([p]) => p)).size).toBe(step);
        expect(new Set(pairs.map(([p, t]) => t - p)).size).toBeGreaterThan(1);
      }),
    );
  });

  it('tells two who differ by one person the same, but where a step begins', () => {
    fc.assert(
      fc.property(least, count, (step, n) => {
        const same = roughly(n, step) === roughly(n + 1, step);
        expect(same).toBe((n + 1) % step !== 0);
      }),
    );
  });
});
