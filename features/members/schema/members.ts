import { z } from 'zod';
import { isRealDate } from '@/lib/dates';
import { sealedWords } from '@/lib/search';

const optional = <T extends z.ZodType>(type: T) => type.optional().catch(undefined);
const day = z.string().refine(isRealDate);

/** What the address of the member list says; whatever it does not understand it leaves out. */
export const memberFilter = z.object({
  q: sealedWords,
  town: optional(z.union([z.uuid(), z.literal('none')])),
  union: optional(z.uuid()),
  /** 1: joined in a new form of work; 0: in any other. */
  newForm: optional(z.enum(['1', '0'])),
  from: optional(day),
  to: optional(day),
  after: optional(z.string().regex(/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}$/)),
});
export type MemberFilter = z.output<typeof memberFilter>;

/** The list's address with some of its state changed; a new filter starts at the first page. */
export function membersHref(
  filter: MemberFilter,
  change: Partial<Record<keyof MemberFilter, string | undefined>>,
): string {
  const all = { ...filter, after: undefined, ...change };
  const query = new URLSearchParams(
    Object.entries(all).filter((part): part is [string, string] => Boolean(part[1])),
  );
  return query.size > 0 ? `/desk/members?${query}` : '/desk/members';
}
