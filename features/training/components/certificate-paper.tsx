import { QrCode } from '@/components/ui/qr-code';
import { formatFullDay } from '@/lib/dates';
import type { Certificate } from '../queries/certificates';
import { certificateSentence } from '../rules/certificate';

interface Props {
  certificate: Certificate;
  drawing: { size: number; path: string };
}

/** The certificate as a page: what the PDF says, readable on a phone and in 微信. */
export function CertificatePaper({ certificate: c, drawing }: Props) {
  return (
    <article className="my-4 border-2 border-ink bg-white p-1">
      <div className="border border-line-strong px-5 py-8">
        <h1 className="text-center text-display">结业证书</h1>
        <p className="mt-1 text-center text-secondary text-ink-2">编号 {c.number}</p>
        <p className="mt-6 text-h2 font-semibold">{c.holder}</p>
        <p className="text-secondary text-ink-2">证件号 {c.documentMasked}</p>
        <p className="mt-4 indent-[2em] text-h3">{certificateSentence(c)}</p>
        <p className="mt-6 text-right font-semibold">{c.issuer}</p>
        <p className="text-right">{formatFullDay(c.issuedOn)}</p>
        <div className="mt-6 text-center">
          <QrCode drawing={drawing} label="扫码核验证书" />
          <p className="text-secondary text-ink-2">扫码核验真伪</p>
        </div>
      </div>
    </article>
  );
}
