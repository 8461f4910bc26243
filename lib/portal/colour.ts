/** `#b3261e` and nothing else: three digits, names and functions are not understood by every reader of it. */
export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance, 0 black to 1 white (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * How far two colours stand apart, 1 to 21 (WCAG 2.2, "contrast ratio"); text needs 4.5 (1.4.3).
 * @param a `#rrggbb`, as `b`
 */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** The same colour with a fifth of its light taken away: what a button is while it is pressed. */
export const darker = (colour: string): string =>
  `#${channels(colour)
    .map((value) =>
      Math.round(value * 0.8)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
