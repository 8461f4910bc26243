import { getMyCertificate } from '@/features/training/queries/certificates';
import { certificateDrawing } from '@/features/training/rules/certificate-drawing';
import { pdfPage } from '@/lib/documents/pdf/pdf-file';
import { fileRoute } from '@/lib/forms/file-route';
import { publicOrigin } from '@/lib/http/origin';
import { readPortal } from '@/lib/portal/portal';

export const dynamic = 'force-dynamic';

/** One's own certificate as an A4 PDF. */
export const GET = fileRoute<{ id: string }>(async (ctx, { id }) => {
  const found = await getMyCertificate(ctx, id);
  const marks = certificateDrawing(found, await publicOrigin(), await readPortal());
  return {
    content: await pdfPage(`结业证书 ${found.number}`, marks, found.issuedAt),
    type: 'application/pdf',
    name: `${found.number}.pdf`,
    chineseName: `结业证书-${found.number}.pdf`,
  };
});
