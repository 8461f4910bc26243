import { unitListTemplate } from '@/features/unit-lists/queries/template';
import { fileRoute } from '@/lib/forms/file-route';
import { spreadsheetFile } from '@/lib/http/file-answer';

/** The workbook to fill in; `?child=1` with a column for the child. Nobody is in it. */
export const GET = fileRoute(
  async (_ctx, _params, request) => {
    const forChildren = new URL(request.url).searchParams.get('child') === '1';
    return spreadsheetFile(await unitListTemplate(forChildren));
  },
  { who: 'staff' },
);
