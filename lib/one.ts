/** The first of what an address or a header may carry several times; undefined for none. */
export const one = <T>(value: T | readonly T[] | undefined): T | undefined =>
  Array.isArray(value) ? value[0] : (value as T | undefined);
