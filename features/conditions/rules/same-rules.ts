import type { OfferingRules } from '@/features/offerings/schema/offering';

/** Object keys in one order, because the database does not keep the order they were written in. */
export function stable(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(stable);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, stable(v)]),
  );
}

/** Whether two sets of rules ask the same, however they were written down. */
export const sameRules = (a: OfferingRules, b: OfferingRules): boolean =>
  JSON.stringify(stable(a)) === JSON.stringify(stable(b));
