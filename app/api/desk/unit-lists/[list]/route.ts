import { exportUnitList } from '@/features/unit-lists/commands/export-unit-list';
import { exportListInput } from '@/features/unit-lists/schema/unit-list';
import { fileRoute } from '@/lib/forms/file-route';
import { cameTwice, formToObject, unreadable } from '@/lib/forms/form';
import { badForm, gone, seeOther, spreadsheetFile } from '@/lib/http/file-answer';
import { isUuid } from '@/lib/ids';

const backTo = (listId: string, refused: string) =>
  seeOther(`/desk/unit-lists/${listId}?export=${refused}#results`);

/** What a list came to, as a file for the company. POST, because each one is recorded. */
export const POST = fileRoute<{ list: string }>(
  async (ctx, { list: listId }, request) => {
    if (!isUuid(listId)) return gone();
    const form = await request.formData().catch(() => null);
    if (!form) return badForm(unreadable);
    const sent = formToObject(form);
    const input = exportListInput.safeParse(sent);
    if (input.error && cameTwice(sent, input.error)) return badForm(unreadable);
    if (!input.success) return backTo(listId, 'needs_reason');
    const made = await exportUnitList(ctx, { listId, reason: input.data.reason });
    return made.ok ? spreadsheetFile(made.value) : backTo(listId, made.reason);
  },
  { who: 'staff' },
);
