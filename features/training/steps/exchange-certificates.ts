import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { certificates } from '@/db/schema/attendance';
import type { Ctx } from '@/lib/ctx';
import { missingIn } from '@/lib/documents/pdf/faces';
import { notify } from '@/lib/messaging/outbox';
import { exchangedNotice } from '../messages';
import { insertCertificate } from './insert-certificate';

/** What a certificate that was exchanged says of itself; whoever scans it reads that it is void. */
export const EXCHANGED = '已换发';

interface Exchanged {
  /** Old number → new number. */
  readonly numbers: readonly { readonly from: string; readonly to: string }[];
  /** Numbers that stay valid as they are, because no face draws a character of the right name. */
  readonly left: readonly string[];
}

/**
 * 换发: every valid certificate that says another name or document of its holder is void from now on, and a
 * new one under a new number says the same course, hours and attendance with the right ones. The holder is
 * told of each. As the system, in the caller's transaction.
 */
export async function exchangeCertificates(
  systemTx: Ctx,
  of: { personId: string; name: string; documentMasked: string; by: string | null },
): Promise<Exchanged> {
  const rows = await systemTx.db
    .select()
    .from(certificates)
    .where(and(eq(certificates.personId, of.personId), isNull(certificates.revokedAt)))
    .orderBy(asc(certificates.number))
    .for('update');
  const wrong = rows.filter((c) => c.holder !== of.name || c.documentMasked !== of.documentMasked);
  if (wrong.length > 0 && missingIn(of.name).length > 0) {
    return { numbers: [], left: wrong.map((c) => c.number) };
  }
  const numbers = [];
  for (const old of wrong) {
    await systemTx.db
      .update(certificates)
      .set({ revokedAt: systemTx.now, revokedBy: of.by, revokedReason: EXCHANGED })
      .where(eq(certificates.id, old.id));
    const { id: _id, number: _number, checkToken: _token, ...facts } = old;
    const made = await insertCertificate(systemTx, {
      ...facts,
      holder: of.name,
      documentMasked: of.documentMasked,
      issuedBy: of.by,
      replaces: old.id,
      ...{ revokedAt: null, revokedBy: null, revokedReason: null },
    });
    await notify(systemTx, { accountId: old.accountId, ...exchangedNotice(made, old.number) });
    numbers.push({ from: old.number, to: made.number });
  }
  return { numbers, left: [] };
}
