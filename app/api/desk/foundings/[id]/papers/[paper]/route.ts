import { openPaper } from '@/features/founding/queries/open-paper';
import { measure } from '@/lib/documents/pdf/faces';
import { paperSheet } from '@/lib/documents/pdf/paper-sheet';
import { pdfPages } from '@/lib/documents/pdf/pdf-file';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** A paper of 建会, 换届, 变更 or 注销 as PDF; that it was opened is recorded. */
export const GET = fileRoute<{ id: string; paper: string }>(
  async (ctx, { id, paper: which }) => {
    const { paper } = await openPaper(ctx, id, which);
    return {
      content: await pdfPages(paper.title, paperSheet(paper, measure), ctx.now),
      type: 'application/pdf',
      name: `${which}.pdf`,
      chineseName: `${paper.title}.pdf`,
    };
  },
  { who: 'staff' },
);
