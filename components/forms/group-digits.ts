/** Splits digits into readable groups: 110101 19900307 0028, 138 1234 5678. */
export function groupDigits(text: string, sizes: readonly number[]): string {
  const clean = text.replace(/[\s-]/g, '').toUpperCase();
  const groups: string[] = [];
  let from = 0;
  for (const size of sizes) {
    if (from >= clean.length) break;
    groups.push(clean.slice(from, from + size));
    from += size;
  }
  if (from < clean.length) groups.push(clean.slice(from));
  return groups.join(' ');
}

/** Regroups while someone types at the end; a caret in the middle is left alone. */
export function regroup(input: HTMLInputElement, sizes: readonly number[]): void {
  const atEnd = input.selectionStart === input.value.length;
  const grouped = groupDigits(input.value, sizes);
  if (atEnd && grouped !== input.value) input.value = grouped;
}
