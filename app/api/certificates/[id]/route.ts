import { checkPath, getMyCertificate } from '@/features/training/queries/certificates';
import { certificateSheet } from '@/features/training/rules/certificate-sheet';
import { currentCtx } from '@/lib/auth/session';
import { measure } from '@/lib/documents/pdf/faces';
import { pdfPage } from '@/lib/documents/pdf/pdf-file';
import { qrDrawing } from '@/lib/documents/qr';
import { NotFound } from '@/lib/errors';
import { gone } from '@/lib/http/file-answer';
import { publicOrigin } from '@/lib/http/origin';
import { readPortal } from '@/lib/portal/portal';

export const dynamic = 'force-dynamic';

/** One's own certificate as an A4 PDF. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const ctx = await currentCtx();
  try {
    const found = await getMyCertificate(ctx, id);
    const { hotline, colours } = await readPortal();
    const code = qrDrawing(`${await publicOrigin()}${checkPath(found)}`);
    const facts = { ...found, revoked: found.revokedAt !== null, hotline, colour: colours.dark };
    const sheet = certificateSheet(facts, code, measure);
    const file = await pdfPage(`结业证书 ${found.number}`, sheet, found.issuedAt);
    const name = encodeURIComponent(`结业证书-${found.number}.pdf`);
    return new Response(new Uint8Array(file), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${found.number}.pdf"; filename*=UTF-8''${name}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    if (error instanceof NotFound) return gone();
    throw error;
  }
}
