import 'server-only';
import { certificates } from '@/db/schema/attendance';
import { maskName } from '@/lib/china/person-name';
import { newToken } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { nextNumber } from '@/lib/running-number';
import { certificateNumber, certificateSeries } from '../rules/certificate';

type Row = typeof certificates.$inferInsert;

/** What a certificate says besides what numbering and dating it gives. */
export type CertificateFacts = Omit<
  Row,
  'id' | 'number' | 'checkToken' | 'holderMasked' | 'issuedOn' | 'issuedAt'
>;

/**
 * Writes one certificate, dated today and numbered without gaps, with a code of its own. As the system, in
 * the caller's transaction; who is told is the caller's.
 */
export async function insertCertificate(
  systemTx: Ctx,
  facts: CertificateFacts,
): Promise<{ id: string; number: string; course: string }> {
  const today = todayOn(systemTx.now);
  const year = today.slice(0, 4);
  const running = await nextNumber(systemTx, certificateSeries(year));
  const made = { id: newId(), number: certificateNumber(year, running), course: facts.course };
  await systemTx.db.insert(certificates).values({
    ...facts,
    ...made,
    checkToken: newToken().slice(0, 32),
    holderMasked: maskName(facts.holder),
    issuedOn: today,
    issuedAt: systemTx.now,
  });
  return made;
}
