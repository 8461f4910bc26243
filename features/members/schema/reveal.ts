import { z } from 'zod';

const reload = '页面已更新，请刷新后再试';

const id = z.uuid(reload);

export const revealMemberInput = z.strictObject({
  personId: id,
  field: z.enum(['phone', 'document'], reload),
});

export type RevealMemberInput = z.output<typeof revealMemberInput>;
