import { writeCheckedFile } from '@/features/imports/queries/checked-file';
import { fileRoute } from '@/lib/forms/file-route';
import { gone, spreadsheetFile } from '@/lib/http/file-answer';
import { isUuid } from '@/lib/ids';

/** The officer's own sheet with what was found in each row; every look is recorded. */
export const GET = fileRoute<{ id: string }>(
  async (ctx, { id }) => (isUuid(id) ? spreadsheetFile(await writeCheckedFile(ctx, id)) : gone()),
  { who: 'staff' },
);
