import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { FileContent } from '@/lib/http/file-answer';
import { getDrawText } from './draw-page';

/** A published text as a file, plain, for a verifier. @throws NotFound until it is published */
export const drawFile = async (
  ctx: Ctx,
  id: string,
  which: 'list' | 'results',
): Promise<FileContent> => ({
  content: await getDrawText(ctx, id, which),
  type: 'text/plain; charset=utf-8',
  name: `${which}.txt`,
  inline: true,
});
