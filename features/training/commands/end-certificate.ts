import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { certificates } from '@/db/schema/attendance';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { revokedNotice } from '../messages';
import type { Certificate } from '../queries/certificates';
import { completionOf } from '../queries/course-certificates';
import type { EndCertificateInput } from '../schema/certificate';
import { writeCertificates } from '../steps/write-certificates';

type Ended = Result<{ number: string }, 'already_revoked' | 'unprintable' | 'own_case'>;

/** The certificate with its course; the right is that of its session's door. */
async function look(tx: Ctx, certificateId: string) {
  const [seen] = await tx.db.select().from(certificates).where(eq(certificates.id, certificateId));
  if (!seen) throw new NotFound('certificate');
  return { seen, completion: await completionOf(tx, seen.sessionId) };
}

/** Revokes it, unless it is. */
async function end(tx: Ctx, { certificateId, reason }: EndCertificateInput) {
  const by = accountOf(tx.actor);
  const [revoked] = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db
      .update(certificates)
      .set({ revokedAt: systemTx.now, revokedBy: by, revokedReason: reason })
      .where(and(eq(certificates.id, certificateId), isNull(certificates.revokedAt)))
      .returning(),
  );
  return { revoked, by };
}

const audited = (tx: Ctx, action: string, c: Certificate, reason: string, after: object) =>
  recordAudit(tx, {
    action,
    entityType: 'certificate',
    entityId: c.id,
    organisationId: c.organiserId,
    before: { number: c.number, revoked: false },
    after: { ...after },
    reason,
  });

/**
 * 作废: a certificate holds no longer, for a reason that its holder reads; whoever scans it sees so at
 * once. It stays on record and keeps its number. Throws NotFound for a certificate that there is not, or of
 * a course that is not the officer's.
 * Refuses `own_case` for one's own or one's family's; `already_revoked`.
 * @authorized-by completionOf canDecideTraining at the organiser
 */
export async function revokeCertificate(ctx: Ctx, input: EndCertificateInput): Promise<Ended> {
  return transaction(ctx, async (tx) => {
    const { seen, completion } = await look(tx, input.certificateId);
    if (completion.own.has(seen.bookingId)) return refuse('own_case');
    const { revoked } = await end(tx, input);
    if (!revoked) return refuse('already_revoked');
    const notice = revokedNotice(revoked, input.reason);
    await notify(tx, { accountId: revoked.accountId, ...notice });
    await audited(tx, 'revoke_certificate', revoked, input.reason, { revoked: true });
    return ok({ number: revoked.number });
  });
}

/**
 * 重发: revokes a certificate and issues a new one with the name and course of today, under a new number
 * that names the old; for a misspelt name or a changed document. Throws NotFound for a certificate that is
 * not the officer's, or whose booking is off the roll.
 * Refuses `own_case` for one's own or one's family's; `already_revoked`; `unprintable` with the
 * `characters` that the typeface lacks.
 * @authorized-by completionOf canDecideTraining at the organiser
 */
export async function reissueCertificate(ctx: Ctx, input: EndCertificateInput): Promise<Ended> {
  return transaction(ctx, async (tx) => {
    const { seen, completion } = await look(tx, input.certificateId);
    const { door, details, lines, own, refusal, characters } = completion;
    if (own.has(seen.bookingId)) return refuse('own_case');
    const line = lines.find((l) => l.holder.bookingId === seen.bookingId);
    if (!line) throw new NotFound('booking');
    const missing = line.missing || (refusal === 'unprintable' ? characters : '');
    if (missing) return refuse('unprintable', { detail: { characters: missing } });
    const { revoked, by } = await end(tx, input);
    if (!revoked) return refuse('already_revoked');
    const rate = { attended: revoked.attended, held: revoked.held };
    const [number = ''] = await within(tx, asSystem(tx), (systemTx) =>
      writeCertificates(systemTx, [{ ...line, rate }], {
        door,
        hours: details.hours,
        by,
        replaces: revoked.id,
      }),
    );
    await audited(tx, 'reissue_certificate', revoked, input.reason, { revoked: true, number });
    return ok({ number });
  });
}
