const han = '一二三四五六七八九十';

/** The next of a numeral: 一 → 二, 9 → 10, A → B; null for what has no next. */
function nextOf(numeral: string): string | null {
  if (/^\d+$/.test(numeral)) return String(Number(numeral) + 1);
  const at = han.indexOf(numeral);
  if (at >= 0) return han[at + 1] ?? null;
  return numeral === 'Z' ? null : String.fromCharCode(numeral.charCodeAt(0) + 1);
}

/**
 * The name of the session after one: 一班 → 二班, 第1期 → 第2期, A班 → B班; without a numeral before 班, 期 or 场
 * a （2）, then （3）, is put behind it. A session has at most 30 characters of name.
 */
export function nextTitle(title: string): string {
  const counted = /(\d{1,3}|[一二三四五六七八九十]|(?<![A-Za-z])[A-Z])(?=[班期场组])/.exec(title);
  const next = counted?.[1] && nextOf(counted[1]);
  if (counted && next) {
    return title.slice(0, counted.index) + next + title.slice(counted.index + counted[0].length);
  }
  const again = /（(\d+)）$/.exec(title);
  const n = again ? Number(again[1]) + 1 : 2;
  return `${title.replace(/（\d+）$/, '').slice(0, 25)}（${n}）`;
}
