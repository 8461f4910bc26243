import { openAnswerFile } from '@/features/questions/queries/open-answer-file';
import { mediaTypes } from '@/features/questions/rules/file-kind';
import { fileRoute } from '@/lib/forms/file-route';

/** A file somebody sent with their answers. Always a download, never a page of ours: nothing in it runs here. */
export const GET = fileRoute<{ id: string }>(
  async (ctx, { id }) => {
    const { name, kind, content } = await openAnswerFile(ctx, id);
    return { content, type: mediaTypes[kind], name: 'answer', chineseName: name };
  },
  { who: 'fresh' },
);
