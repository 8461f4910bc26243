import { describe, expect, it } from 'vitest';
import { contrast, darker } from './colour';
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
    const steps = Array.from({ length: 26 }, (_, n) => (n * 10 + 5).toString(16).padStart(2, '0'));
    const all = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
    const allowed = (setting: typeof mainColour) =>
      all.filter((colour) => typeof setting.check(colour) === 'string');
    const grounds = ['#ffffff', '#f7f5f2'];
    for (const main of allowed(mainColour)) {
      const worst = grounds.flatMap((on) => [contrast(main, on), contrast(darker(main), on)]);
      expect(Math.min(...worst), main).toBeGreaterThanOrEqual(4.5);
    }
    const light = (colours: string[]) => colours.map((colour) => contrast(colour, '#000000'));
    const lightestDark = Math.max(...light(allowed(mainColour).map(darker)));
    const darkestAccent = Math.min(...light(allowed(accentColour)));
    expect(darkestAccent / lightestDark).toBeGreaterThanOrEqual(4.5);
  });
});
