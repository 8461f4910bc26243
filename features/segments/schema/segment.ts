import { z } from 'zod';
import { recordId, recordVersion } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { cleanText } from '@/lib/text';
import { segmentDefinition } from './definition';

/** What a text says as JSON; null when it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The definition as the editor hands it on, in one hidden field. */
const definition = z
  .string({ error: '请刷新后重试' })
  .max(40_000, '条件太多，请删去一些')
  .transform((text, ctx) => {
    const parsed = segmentDefinition.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    ctx.addIssue('条件还没有填完，请先按上面的提示改好');
    return z.NEVER;
  });

const name = cleanText({ max: 30, min: 2, required: '请填名称' });

export const addSegmentInput = z.strictObject({ organisationId: recordId, name, definition });
export type AddSegmentInput = z.output<typeof addSegmentInput>;

export const changeSegmentInput = z.strictObject({
  segmentId: recordId,
  version: recordVersion,
  name,
  definition,
});
export type ChangeSegmentInput = z.output<typeof changeSegmentInput>;

export const archiveSegmentInput = z.strictObject({ segmentId: recordId, version: recordVersion });
export type ArchiveSegmentInput = z.output<typeof archiveSegmentInput>;

const wish = <T extends z.ZodType>(type: T) => z.preprocess(one, type.optional().catch(undefined));
const page = z.preprocess(one, z.coerce.number().int().min(1).max(1000).catch(1));

/** What the address of the list says. */
export const segmentFilter = z.object({ state: wish(z.literal('archived')), page });
export type SegmentFilter = z.output<typeof segmentFilter>;

/** What the address of one says: after which row its people go on, whether to count, what was just done. */
export const segmentQuery = z.object({
  after: wish(z.string().regex(/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}$/)),
  count: wish(z.literal('yes')),
  done: wish(z.enum(['added', 'changed', 'archived', 'restored'])),
});
export type SegmentQuery = z.output<typeof segmentQuery>;
