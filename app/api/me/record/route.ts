import { findMySheet } from '@/features/member-records/queries/open-sheet';
import { measure } from '@/lib/documents/pdf/faces';
import { paperSheet } from '@/lib/documents/pdf/paper-sheet';
import { pdfPages } from '@/lib/documents/pdf/pdf-file';
import { NotFound } from '@/lib/errors';
import { fileRoute } from '@/lib/forms/file-route';

export const dynamic = 'force-dynamic';

/** One's own 会员登记表 as PDF. */
export const GET = fileRoute<Record<string, never>>(
  async (ctx) => {
    const sheet = await findMySheet(ctx);
    if (!sheet) throw new NotFound('member');
    return {
      content: await pdfPages(sheet.title, paperSheet(sheet, measure), ctx.now),
      type: 'application/pdf',
      name: 'record.pdf',
      chineseName: `${sheet.title}.pdf`,
    };
  },
  { who: 'fresh' },
);
