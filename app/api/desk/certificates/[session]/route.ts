import { printCertificates } from '@/features/training/commands/print-certificates';
import { certificateDrawing } from '@/features/training/rules/certificate-drawing';
import { pdfPages } from '@/lib/documents/pdf/pdf-file';
import { fileRoute } from '@/lib/forms/file-route';
import { gone, seeOther } from '@/lib/http/file-answer';
import { publicOrigin } from '@/lib/http/origin';
import { isUuid } from '@/lib/ids';
import { readPortal } from '@/lib/portal/portal';

/** All certificates of a session as one PDF, a page each. POST, because each printing is recorded. */
export const POST = fileRoute<{ session: string }>(
  async (ctx, { session: sessionId }) => {
    if (!isUuid(sessionId)) return gone();
    const printed = await printCertificates(ctx, { sessionId });
    if (!printed.ok) {
      const page = `/desk/offerings/${printed.detail?.offeringId}/certificates`;
      return seeOther(`${page}?session=${sessionId}&print=${printed.reason}`);
    }
    const { course, rows } = printed.value;
    const [origin, portal] = await Promise.all([publicOrigin(), readPortal()]);
    const pages = rows.map((one) => certificateDrawing(one, origin, portal));
    const [{ issuedAt: on } = { issuedAt: ctx.now }] = rows.toReversed();
    return {
      content: await pdfPages(`结业证书 ${course}`, pages, on),
      type: 'application/pdf',
      name: 'certificates.pdf',
      chineseName: `结业证书-${course}-${rows.length}张.pdf`,
    };
  },
  { who: 'staff' },
);
