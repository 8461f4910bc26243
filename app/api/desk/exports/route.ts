import { exportList } from '@/features/exports/commands/export-list';
import { requestListLink } from '@/features/exports/commands/request-list-link';
import { exportedLists } from '@/features/exports/queries/lists';
import { withColumns } from '@/features/exports/rules/chosen-columns';
import { listFile } from '@/features/exports/rules/list-file';
import { type ListExportInput, listExportInput } from '@/features/exports/schema/export-list';
import { sealWords } from '@/lib/auth/search';
import { fileRoute } from '@/lib/forms/file-route';
import { formToObject, unreadable } from '@/lib/forms/form';
import { badForm, seeOther } from '@/lib/http/file-answer';

/** Back to the list with the code and what was chosen and typed. */
const backTo = (
  { list, asked, format, columns }: ListExportInput,
  more: Record<string, string | null>,
) => {
  const path = exportedLists[list].pathOf(new URLSearchParams(asked));
  const query = new URLSearchParams(withColumns(asked, columns));
  query.set('format', format);
  for (const [name, value] of Object.entries(more)) if (value !== null) query.set(name, value);
  return `${path}?${query}#export`;
};

/**
 * The masked list as a file; the whole one as a link that is good once, on the page this came from. POST, because
 * each export is recorded.
 */
export const POST = fileRoute(
  async (ctx, _, request) => {
    const form = await request.formData().catch(() => null);
    const parsed = form && listExportInput.safeParse(formToObject(form));
    if (!parsed?.success) return badForm(unreadable);
    const input = parsed.data;
    if (input.full) {
      const link = await requestListLink(ctx, input);
      if (link.ok) return seeOther(backTo(input, { link: link.value.token }));
      const typed = input.reason && sealWords(ctx, input.reason);
      return seeOther(backTo(input, { export: link.reason, reason: typed }));
    }
    const made = await exportList(ctx, input);
    if (!made.ok) return seeOther(backTo(input, { export: made.reason }));
    return listFile(made.value, made.value.stream(ctx));
  },
  { who: 'staff' },
);
