import { z } from 'zod';
import { safeRedirect } from '@/lib/http/safe-redirect';

/** Absent: all of them. */
export const markReadInput = z.strictObject({ noticeId: z.uuid('请刷新页面后重试').optional() });

export type MarkRead = z.output<typeof markReadInput>;

/** A text that did not arrive. */
export const resendMessageInput = z.strictObject({ messageId: z.uuid('请刷新页面后重试') });

export type ResendMessage = z.output<typeof resendMessageInput>;

/** The address of the list: where its page begins. */
export const undeliveredFilter = z.object({ after: z.uuid().optional().catch(undefined) });

/** Opening a notice leads to its matter; 全部已读 stays on the list. */
export const whereTo = (value: { link: string | null }): string =>
  safeRedirect(value.link, '/me/notices');
