import { bookPermissions } from '@/features/imports/policy';
import { bookTemplate } from '@/features/imports/queries/book-template';
import { bookInput } from '@/features/imports/schema/imports';
import { fileRoute } from '@/lib/forms/file-route';
import { gone, spreadsheetFile } from '@/lib/http/file-answer';

/** The workbook of a book to fill in. Nothing is in it. */
export const GET = fileRoute(
  async (ctx, _params, request) => {
    const book = bookInput.catch('members').parse(new URL(request.url).searchParams.get('book'));
    return bookPermissions[book].anywhere(ctx.actor)
      ? spreadsheetFile(await bookTemplate(ctx, book))
      : gone();
  },
  { who: 'staff' },
);
