import { openListLink } from '@/features/exports/commands/open-list-link';
import { exportedLists } from '@/features/exports/queries/lists';
import { listFile } from '@/features/exports/rules/list-file';
import { listLinkForm } from '@/features/exports/schema/export-list';
import { fileRoute } from '@/lib/forms/file-route';
import { formToObject, unreadable } from '@/lib/forms/form';
import { badForm, seeOther } from '@/lib/http/file-answer';

/**
 * Opens the single-use link to a list with whole numbers; a used or late one leads back to the list. POST, because it
 * uses the link up: a browser that looks ahead never does.
 */
export const POST = fileRoute(
  async (ctx, _, request) => {
    const form = await request.formData().catch(() => null);
    const parsed = form && listLinkForm.safeParse(formToObject(form));
    if (!parsed?.success) return badForm(unreadable);
    const { list, asked, link } = parsed.data;
    const opened = await openListLink(ctx, { list, token: link });
    if (!opened.ok) {
      const query = new URLSearchParams(asked);
      const path = exportedLists[list].pathOf(query);
      query.set('export', opened.reason);
      return seeOther(`${path}?${query}#export`);
    }
    return listFile(opened.value, opened.value.stream(ctx));
  },
  { who: 'staff' },
);
