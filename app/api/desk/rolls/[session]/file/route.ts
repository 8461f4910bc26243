import { rollColumns } from '@/features/childcare/queries/roll-columns';
import { openRollLink } from '@/features/rolls/commands/open-roll-link';
import { rollLinkForm } from '@/features/rolls/schema/roll';
import { fileRoute } from '@/lib/forms/file-route';
import { formToObject, unreadable } from '@/lib/forms/form';
import { badForm, gone, seeOther, spreadsheetFile } from '@/lib/http/file-answer';
import { isUuid } from '@/lib/ids';

/**
 * Opens the single-use link to a roll with whole numbers; a used or late one leads back to the roll.
 * POST, because it uses the link up: a browser that looks ahead never does.
 */
export const POST = fileRoute<{ session: string }>(
  async (ctx, { session: sessionId }, request) => {
    const form = await request.formData().catch(() => null);
    if (!form) return badForm(unreadable);
    const { link } = rollLinkForm.parse(formToObject(form));
    if (!isUuid(sessionId)) return gone();
    const result = await openRollLink(ctx, { sessionId, token: link }, rollColumns);
    if (!result.ok) return seeOther(`/desk/rolls/${sessionId}?export=${result.reason}`);
    return spreadsheetFile(result.value);
  },
  { who: 'staff' },
);
