import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { organisations } from '@/db/schema/organisations';
import { purgeCertificates } from '@/db/schema/questions';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { canSeeCertificates } from '../policy';
import { certificateText } from '../rules/certificate';

const purgedQuestions = z.array(
  z.object({
    questionId: z.string(),
    label: z.string(),
    keptDays: z.number(),
    answers: z.number(),
    files: z.number(),
  }),
);

const visible = (ctx: Ctx) =>
  inScope(purgeCertificates.organisationId, canSeeCertificates.organisationsOf(ctx.actor));

const rowsOf = (tx: Ctx) =>
  tx.db
    .select({ certificate: purgeCertificates, organiser: organisations.name })
    .from(purgeCertificates)
    .innerJoin(organisations, eq(organisations.id, purgeCertificates.organisationId));

/**
 * The newest certificates of deleted answers in this officer's scope, newest first; none of them
 * holds an answer.
 */
export async function listCertificates(ctx: Ctx, limit = 100) {
  return read(ctx, async (tx) => {
    authorize(canSeeCertificates.anywhere(tx.actor));
    const rows = await rowsOf(tx)
      .where(visible(tx))
      .orderBy(desc(purgeCertificates.at), desc(purgeCertificates.id))
      .limit(limit);
    return {
      now: tx.now,
      items: rows.map(({ certificate: c, organiser }) => ({
        ...{ id: c.id, number: c.number, at: c.at, title: c.title, rule: c.rule },
        ...{ answers: c.answers, files: c.files, organiser },
      })),
    };
  });
}

/** One certificate with its questions, and whether its text still gives its hash; else NotFound. */
export async function getCertificate(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound('certificate');
  return read(ctx, async (tx) => {
    const [row] = await rowsOf(tx).where(and(eq(purgeCertificates.id, id), visible(tx)));
    if (!row) throw new NotFound('certificate');
    const { certificate: c, organiser } = row;
    const purged = purgedQuestions.parse(c.purged);
    const text = certificateText({ ...c, at: c.at.toISOString(), purged });
    return { ...c, purged, organiser, intact: sha256Hex(text) === c.hash, now: tx.now };
  });
}

export type PurgeCertificate = Awaited<ReturnType<typeof getCertificate>>;
export type CertificateItem = Awaited<ReturnType<typeof listCertificates>>['items'][number];
