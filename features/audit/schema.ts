import { z } from 'zod';
import { isRealDate } from '@/lib/dates';
import { sealedWords } from '@/lib/search';

const day = z
  .string()
  .refine((on) => on === '' || isRealDate(on))
  .catch('');

/** What the viewer asks of the address bar; anything odd falls back. */
export const ledgerFilter = z.object({
  actor: sealedWords,
  action: z
    .string()
    .regex(/^[a-z_]{0,60}$/)
    .catch(''),
  entity: sealedWords,
  from: day,
  to: day,
  /** Only lines older than this one. */
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type LedgerFilter = z.output<typeof ledgerFilter>;

/** The address of a filtered page. */
export function ledgerHref(filter: LedgerFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `/desk/audit${query.size > 0 ? `?${query}` : ''}`;
}
