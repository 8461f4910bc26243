import { findOrganisation } from '@/features/organisations/queries/organisations';
import { joinAddress } from '@/features/organisations/rules/join-address';
import { currentCtx } from '@/lib/auth/session';
import { qrSvg } from '@/lib/documents/qr';
import { publicOrigin } from '@/lib/http/origin';
import { isUuid } from '@/lib/ids';

/** The union's QR code as a file for its own posters. Public: the code hangs on the wall anyway. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const organisation = isUuid(id) ? await findOrganisation(await currentCtx(), id) : null;
  if (!organisation || organisation.closedAt) return new Response('内容不存在', { status: 404 });
  const svg = qrSvg(joinAddress(await publicOrigin(), organisation.joinCode));
  return new Response(svg, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
