import { unionFigureReaders } from '@/features/figures/policy';
import { writeUnionFigures } from '@/features/figures/queries/union-file';
import { unionFigureFilter } from '@/features/figures/schema';
import { fileRoute } from '@/lib/forms/file-route';
import { gone, spreadsheetFile } from '@/lib/http/file-answer';

/** The table of members, unions and employers as .xlsx: numbers, and no person. */
export const GET = fileRoute(
  async (ctx, _, request) => {
    if (!unionFigureReaders.some((may) => may.anywhere(ctx.actor))) return gone();
    const query = Object.fromEntries(new URL(request.url).searchParams);
    return spreadsheetFile(await writeUnionFigures(ctx, unionFigureFilter.parse(query)));
  },
  { who: 'staff' },
);
