export interface Term {
  /** 2027寒假 */
  name: string;
  startsOn: string;
}

/** The winter and summer terms around a day: the last one begun, the next, and the one after. */
export function termsAround(today: string): { last: Term; next: Term; after: Term } {
  const year = Number(today.slice(0, 4));
  const terms = [year - 1, year, year + 1, year + 2].flatMap((y) => [
    { name: `${y}寒假`, startsOn: `${y}-01-25` },
    { name: `${y}暑期`, startsOn: `${y}-07-06` },
  ]);
  const n = terms.findIndex((term) => term.startsOn > today);
  const at = (i: number): Term => {
    const term = terms[i];
    if (!term) throw new Error('no term');
    return term;
  };
  return { last: at(n - 1), next: at(n), after: at(n + 1) };
}
