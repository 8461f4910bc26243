import { z } from 'zod';
import { reasoned, reasonFields } from '@/lib/forms/reason';

const id = z.uuid('页面已更新，请刷新后再试');

export const closeTransferInput = z
  .strictObject({ requestId: id, ...reasonFields })
  .transform(reasoned('请选择或写明怎么答复'));
export const revealTransferInput = z.strictObject({
  requestId: id,
  field: z.enum(['phone', 'document'], '页面已更新，请刷新后再试'),
});

/** `?case=` of the desk's page; anything else opens nothing. */
export const transferFilter = z.object({
  case: z.uuid().optional().catch(undefined),
  done: z.literal('1').optional().catch(undefined),
});

export type CloseTransferInput = z.output<typeof closeTransferInput>;
export type RevealTransferInput = z.output<typeof revealTransferInput>;
