/**
 * RH26-0605-0018: a prefix for the kind of business, the day, and the running number of that day.
 * @param on the day in Shanghai, `YYYY-MM-DD`
 * @param sequence 1, 2, 3 …; more than 9999 in a day simply grows longer
 */
export function receiptNumber(prefix: string, on: string, sequence: number): string {
  const day = `${on.slice(2, 4)}-${on.slice(5, 7)}${on.slice(8, 10)}`;
  return `${prefix}${day}-${String(sequence).padStart(4, '0')}`;
}

/** The series under which the day's numbers run, for `nextNumber`. */
export function receiptSeries(prefix: string, on: string): string {
  return `${prefix}-${on}`;
}

/** A receipt number as a person typed it (small letters, spaces, full-width dashes), or null. */
export function parseReceiptNumber(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\-–—_]/g, '')
    .toUpperCase();
  const match = /^([A-Z]{1,4})(\d{2})(\d{4})(\d{4,8})$/.exec(plain);
  return match ? `${match[1]}${match[2]}-${match[3]}-${match[4]}` : null;
}
