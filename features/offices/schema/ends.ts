import { z } from 'zod';
import { recordId } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';

const wish = <T extends z.ZodType>(type: T) => z.preprocess(one, type.optional().catch(undefined));

export const endViews = ['all', 'over', '1', '3', '6'] as const;
export const endSorts = ['soonest', 'latest', 'name'] as const;

const pageNumber = z.preprocess(one, z.coerce.number().int().min(1).max(1000).catch(1));

/** `?page=` of a list; anything odd is the first. */
export const listPage = z.object({ page: pageNumber });

/** What the page 任期与证书到期 asks of its address; anything odd counts as not asked for. */
export const endsFilter = z.object({
  view: z.preprocess(one, z.enum(endViews).catch('6')),
  kind: wish(z.enum(['term', 'certificate'])),
  town: wish(recordId),
  sort: z.preprocess(one, z.enum(endSorts).catch('soonest')),
  page: pageNumber,
});
export type EndsFilter = z.output<typeof endsFilter>;
