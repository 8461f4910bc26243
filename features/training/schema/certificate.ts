import { z } from 'zod';
import { cleanText } from '@/lib/text';

const id = z.uuid({ error: '编号无效' });

/** 结业 of one session: certificates for everyone who reached the attendance asked for. */
export const issueCertificatesInput = z.strictObject({ sessionId: id });
export type IssueCertificatesInput = z.output<typeof issueCertificatesInput>;

/** 作废, or 作废并重发 with the data of today; both say why. */
export const endCertificateInput = z.strictObject({
  certificateId: id,
  reason: cleanText({ max: 100, required: '请写明原因' }),
});
export type EndCertificateInput = z.output<typeof endCertificateInput>;
