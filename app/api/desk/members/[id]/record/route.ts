import { openSheet } from '@/features/member-records/queries/open-sheet';
import { measure } from '@/lib/documents/pdf/faces';
import { paperSheet } from '@/lib/documents/pdf/paper-sheet';
import { pdfPages } from '@/lib/documents/pdf/pdf-file';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** A member's 会员登记表 as PDF for the desk; that it was opened is recorded. */
export const GET = fileRoute<{ id: string }>(
  async (ctx, { id }) => {
    const sheet = await openSheet(ctx, id);
    return {
      content: await pdfPages(sheet.title, paperSheet(sheet, measure), ctx.now),
      type: 'application/pdf',
      name: 'record.pdf',
      chineseName: `${sheet.title}.pdf`,
    };
  },
  { who: 'staff' },
);
