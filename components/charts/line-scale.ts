const rounds = [1, 2, 5, 10];

/** Even steps from zero that reach the largest value: 126 gives 0, 50, 100, 150. */
export function lineScale(most: number, wanted = 3): number[] {
  const rough = Math.max(1, most) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (rounds.find((r) => r * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
