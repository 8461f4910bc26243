import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { FlowPage } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { CertificatePaper } from '@/features/training/components/certificate-paper';
import { getMyCertificate } from '@/features/training/queries/certificates';
import { checkPath } from '@/features/training/rules/certificate-drawing';
import { isWechatBrowser } from '@/lib/auth/client';
import { requireMember } from '@/lib/auth/session';
import { qrDrawing } from '@/lib/documents/qr';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { publicOrigin } from '@/lib/http/origin';

export const metadata: Metadata = { title: '结业证书' };

export default async function CertificatePage({ params }: PageProps<'/me/certificates/[id]'>) {
  const { id } = await params;
  const ctx = await requireMember(`/me/certificates/${id}`);
  const certificate = await notFoundOnMissing(getMyCertificate(ctx, id));
  const inWechat = isWechatBrowser((await headers()).get('user-agent') ?? '');
  const drawing = qrDrawing(`${await publicOrigin()}${checkPath(certificate)}`);
  return (
    <FlowPage backHref="/me/certificates" backLabel="我的证书">
      {certificate.revokedAt && (
        <Notice tone="error" className="mt-4">
          这张证书已作废。原因：{certificate.revokedReason}
        </Notice>
      )}
      <CertificatePaper certificate={certificate} drawing={drawing} />
      {inWechat && (
        <Notice className="mb-4">
          微信里可以截图保存。要 PDF，请点右上角“…”，用浏览器打开本页再下载。
        </Notice>
      )}
      <LinkButton block href={`/api/certificates/${id}`}>
        下载 PDF
      </LinkButton>
    </FlowPage>
  );
}
