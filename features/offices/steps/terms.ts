import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { unionCertificates, unionOffices, unionTerms } from '@/db/schema/offices';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { addDays } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { CertificateEnd, OfficeBody, OfficePost } from '../rules/labels';
import { termEndsOn } from '../rules/term';

interface NewTerm {
  readonly organisationId: string;
  readonly beganOn: string;
  readonly years: 3 | 5;
  readonly documentNo: string | null;
  /** 第几届; left out, the one after the last. */
  readonly ordinal?: number;
}

export interface Elected {
  readonly body: OfficeBody;
  readonly post: OfficePost;
  readonly name: string;
}

/**
 * Begins a term and ends the offices of the one before on the day before it. The caller holds the union's row
 * and audits.
 */
export async function openTerm(
  tx: Ctx,
  { organisationId, beganOn, years, documentNo, ordinal }: NewTerm,
): Promise<{ termId: string; endsOn: string; ordinal: number }> {
  const termId = newId();
  const endsOn = termEndsOn(beganOn, years);
  const next = sql<number>`(select coalesce(max(t.ordinal), 0) + 1 from union_terms t
    where t.organisation_id = ${organisationId}::uuid)`;
  const [made] = await tx.db
    .insert(unionTerms)
    .values({
      ...{ id: termId, organisationId, beganOn, years, endsOn, documentNo },
      ordinal: ordinal ?? next,
      recordedBy: accountOf(tx.actor),
      recordedAt: tx.now,
    })
    .returning({ ordinal: unionTerms.ordinal });
  await tx.db
    .update(unionOffices)
    .set({
      endedOn: sql`greatest(${unionOffices.fromOn}, ${addDays(beganOn, -1)}::date)`,
      endedReason: 'term_over',
    })
    .where(and(eq(unionOffices.organisationId, organisationId), isNull(unionOffices.endedOn)));
  return { termId, endsOn, ordinal: made?.ordinal ?? 1 };
}

/** Seats those elected in a term from its first day. The caller audits. */
export async function seatElected(
  tx: Ctx,
  term: { organisationId: string; termId: string; fromOn: string; documentNo: string | null },
  elected: readonly Elected[],
): Promise<void> {
  if (elected.length === 0) return;
  const recorded = { recordedBy: accountOf(tx.actor), recordedAt: tx.now };
  await tx.db
    .insert(unionOffices)
    .values(elected.map((one) => ({ id: newId(), ...term, ...one, ...recorded })));
}

/** The certificate that counts is void from a day on, for a reason; nothing where there is none. */
export async function voidCertificate(
  tx: Ctx,
  organisationId: string,
  { on, reason }: { on: string; reason: CertificateEnd },
): Promise<void> {
  await tx.db
    .update(unionCertificates)
    .set({ voidOn: on, voidReason: reason })
    .where(
      and(eq(unionCertificates.organisationId, organisationId), isNull(unionCertificates.voidOn)),
    );
}

interface NewCertificate {
  readonly organisationId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly validTo: string;
  /** Why the one before counts no longer. */
  readonly replaces: CertificateEnd;
}

/**
 * The certificate that counts from now on; the one before is void from that day. A number that another union
 * carries fails `union_certificates_number_idx`. The caller audits.
 */
export async function issueCertificate(
  tx: Ctx,
  { replaces, ...certificate }: NewCertificate,
): Promise<void> {
  const { organisationId, issuedOn } = certificate;
  await voidCertificate(tx, organisationId, { on: issuedOn, reason: replaces });
  await tx.db.insert(unionCertificates).values({
    ...{ id: newId(), ...certificate },
    recordedBy: accountOf(tx.actor),
    recordedAt: tx.now,
  });
}

/** The latest term of a union; null where none is on record. */
export async function currentTerm(tx: Ctx, organisationId: string) {
  const [term] = await tx.db
    .select()
    .from(unionTerms)
    .where(eq(unionTerms.organisationId, organisationId))
    .orderBy(sql`${unionTerms.ordinal} desc`)
    .limit(1);
  return term ?? null;
}
