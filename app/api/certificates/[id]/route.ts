import { checkPath, getMyCertificate } from '@/features/training/queries/certificates';
import { certificateSheet } from '@/features/training/rules/certificate-sheet';
import { measure } from '@/lib/documents/pdf/faces';
import { pdfPage } from '@/lib/documents/pdf/pdf-file';
import { qrDrawing } from '@/lib/documents/qr';
import { fileRoute } from '@/lib/forms/file-route';
import { publicOrigin } from '@/lib/http/origin';
import { readPortal } from '@/lib/portal/portal';

export const dynamic = 'force-dynamic';

/** One's own certificate as an A4 PDF. */
export const GET = fileRoute<{ id: string }>(async (ctx, { id }) => {
  const found = await getMyCertificate(ctx, id);
  const { hotline, colours } = await readPortal();
  const code = qrDrawing(`${await publicOrigin()}${checkPath(found)}`);
  const facts = { ...found, revoked: found.revokedAt !== null, hotline, colour: colours.dark };
  const sheet = certificateSheet(facts, code, measure);
  return {
    content: await pdfPage(`结业证书 ${found.number}`, sheet, found.issuedAt),
    type: 'application/pdf',
    name: `${found.number}.pdf`,
    chineseName: `结业证书-${found.number}.pdf`,
  };
});
