/**
 * What to say behind the new one of two answers whose masks are the same, so that the desk sees where to look and the
 * history, which outlives the person's data, still holds no name and no number: 周** → 周**（第 2 个字不同）.
 * Empty where the masks tell the two apart.
 * @param before masks as the history shows them, with what they hide
 */
export function hiddenChange(
  before: { readonly masked: string; readonly bare: string },
  after: { readonly masked: string; readonly bare: string },
): string {
  if (before.masked !== after.masked || before.bare === after.bare) return '';
  const [was, is] = [[...before.bare], [...after.bare]];
  if (was.length !== is.length || was.length > 8) return '（遮住的部分不同）';
  const places = is.flatMap((character, at) => (character === was[at] ? [] : [at + 1]));
  return `（第 ${places.join('、')} 个字不同）`;
}
