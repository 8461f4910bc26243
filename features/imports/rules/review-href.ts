type Query = Readonly<Record<string, string | number | undefined>>;

/** The page of one import, on the rows that are wanted. */
export function reviewHref(importId: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return `/desk/imports/${importId}${given.length > 0 ? `?${search}` : ''}`;
}
