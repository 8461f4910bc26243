import { figureReaders } from '@/features/figures/policy';
import { writeFigures } from '@/features/figures/queries/figures-file';
import { figureFilter } from '@/features/figures/schema';
import { fileRoute } from '@/lib/forms/file-route';
import { gone, spreadsheetFile } from '@/lib/http/file-answer';

/** The table of figures as .xlsx, as its reader sees it on the page: numbers, and no person. */
export const GET = fileRoute(
  async (ctx, _, request) => {
    if (!figureReaders.some((may) => may.anywhere(ctx.actor))) return gone();
    const query = Object.fromEntries(new URL(request.url).searchParams);
    return spreadsheetFile(await writeFigures(ctx, figureFilter.parse(query)));
  },
  { who: 'staff' },
);
