interface Row {
  readonly status: string;
  readonly own: boolean;
  readonly entered: boolean;
  readonly duplicate: boolean;
}

/** Why a ticked case cannot be approved together with the others, or null; shown before anything is done. */
export function whyNotInBulk(row: Row): string | null {
  if (!['submitted', 'in_review', 'pending'].includes(row.status)) return '已经办过了';
  if (row.own) return '这是您自己的，请由同事办理（回避）';
  if (row.entered) return '您代办的，请由另一位同事核对';
  return row.duplicate ? '证件号已有会籍，请单独核对' : null;
}

/** Sorts ticked rows by what they are: applications by id, bookings behind `b-`. */
export function splitRefs(refs: readonly string[]) {
  return {
    applications: refs.filter((ref) => !ref.startsWith('b-')),
    bookings: refs.filter((ref) => ref.startsWith('b-')).map((ref) => ref.slice(2)),
  };
}
