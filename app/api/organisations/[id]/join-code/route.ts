import { findOrganisation } from '@/features/organisations/queries/organisations';
import { joinAddress } from '@/features/organisations/rules/join-address';
import { qrSvg } from '@/lib/documents/qr';
import { fileRoute } from '@/lib/forms/file-route';
import { gone } from '@/lib/http/file-answer';
import { publicOrigin } from '@/lib/http/origin';
import { isUuid } from '@/lib/ids';

/** The union's QR code as a file for its own posters. Public: the code hangs on the wall anyway. */
export const GET = fileRoute<{ id: string }>(async (ctx, { id }) => {
  const organisation = isUuid(id) ? await findOrganisation(ctx, id) : null;
  if (!organisation || organisation.closedAt) return gone();
  const content = qrSvg(joinAddress(await publicOrigin(), organisation.joinCode));
  return { content, type: 'image/svg+xml; charset=utf-8' };
});
