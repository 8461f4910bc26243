import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, darker, isColour } from './colour';
import { accentColour, mainColour } from './portal-settings';

describe('the contrast of two colours', () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#ffffff', '#ffffff', 1],
    ['#ffffff', '#767676', 4.54],
    ['#b3261e', '#ffffff', 6.54],
  ])('of %s and %s is %d, in either order', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });

  it('grows when the darker of two is darkened', () => {
    expect(darker('#b3261e')).toBe('#8f1e18');
    expect(contrast(darker('#b3261e'), '#ffffff')).toBeGreaterThan(contrast('#b3261e', '#ffffff'));
  });
});

describe('the colours of a portal', () => {
  it.each(['#ffcc00', '#ff6a00', '#8c8c8c', '#07c160'])(
    'refuse %s as the main colour, with the ratio and a way out',
    (colour) => {
      expect(mainColour.check(colour)).toEqual({
        refused: expect.stringMatching(/^对比度只有 [1-4]\.\d，.*至少要 4\.5。.*深一点/),
      });
    },
  );

  it.each(['red', '#fff', 'rgb(0,0,0)', '#b3261g', ''])(
    'refuse %j, which is no colour',
    (typed) => {
      expect(mainColour.check(typed)).toEqual({ refused: expect.stringContaining('#b3261e') });
    },
  );

  it('refuse an accent that is not seen on the dark of the main colour', () => {
    expect(accentColour.check('#b3261e')).toEqual({ refused: expect.stringContaining('浅一点') });
  });

  it('take capitals and blanks as typed', () => {
    expect(mainColour.check(' #1A5A96 ')).toBe('#1a5a96');
  });

  it('leave every text readable, whichever allowed pair is chosen', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((n) => `#${n.toString(16).padStart(6, '0')}`);
    const allowed = (setting: typeof mainColour) =>
      hex.filter((colour) => typeof setting.check(colour) === 'string');
    fc.assert(
      fc.property(allowed(mainColour), allowed(accentColour), (main, accent) => {
        expect(isColour(darker(main))).toBe(true);
        for (const ground of ['#ffffff', '#f7f5f2']) {
          expect(contrast(main, ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(darker(main), ground)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(accent, darker(main))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
