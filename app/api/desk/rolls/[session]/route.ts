import { rollColumns } from '@/features/childcare/queries/roll-columns';
import { exportRoll } from '@/features/rolls/commands/export-roll';
import { requestRollLink } from '@/features/rolls/commands/request-roll-link';
import { exportRollInput } from '@/features/rolls/schema/roll';
import { sealWords } from '@/lib/auth/search';
import { fileRoute } from '@/lib/forms/file-route';
import { cameTwice, formToObject, unreadable } from '@/lib/forms/form';
import { badForm, gone, seeOther, spreadsheetFile } from '@/lib/http/file-answer';
import { isUuid } from '@/lib/ids';

/** Back to the page with the code and what was typed. */
const backTo = (sessionId: string, fields: Record<string, string | null>) => {
  const given = Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== null);
  return `/desk/rolls/${sessionId}?${new URLSearchParams(given)}`;
};

/**
 * The masked roll as a file; the whole one as a link that is good once, on the page this came from.
 * POST, because each export is recorded.
 */
export const POST = fileRoute<{ session: string }>(
  async (ctx, { session: sessionId }, request) => {
    if (!isUuid(sessionId)) return gone();
    const form = await request.formData().catch(() => null);
    if (!form) return badForm(unreadable);
    const sent = formToObject(form);
    const input = exportRollInput.safeParse(sent);
    if (input.error && cameTwice(sent, input.error)) return badForm(unreadable);
    if (!input.success) return seeOther(backTo(sessionId, { export: 'needs_reason' }));
    const { full, reason } = input.data;
    if (full) {
      const asked = await requestRollLink(ctx, { sessionId, reason });
      if (asked.ok) return seeOther(backTo(sessionId, { link: asked.value.token }));
      const typed = reason && sealWords(ctx, reason);
      return seeOther(backTo(sessionId, { export: asked.reason, reason: typed }));
    }
    const result = await exportRoll(ctx, { sessionId }, rollColumns);
    if (!result.ok) return seeOther(backTo(sessionId, { export: result.reason }));
    return spreadsheetFile(result.value);
  },
  { who: 'staff' },
);
