import { canImport } from '@/features/imports/policy';
import { bookTemplate } from '@/features/imports/queries/book-template';
import { fileRoute } from '@/lib/forms/file-route';
import { gone, spreadsheetFile } from '@/lib/http/file-answer';

/** The workbook to fill in. Nobody is in it. */
export const GET = fileRoute(
  async (ctx) =>
    canImport.anywhere(ctx.actor) ? spreadsheetFile(await bookTemplate(ctx)) : gone(),
  { who: 'staff' },
);
