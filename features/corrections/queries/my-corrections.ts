import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { correctionProofs, identityCorrections } from '@/db/schema/corrections';
import { organisations } from '@/db/schema/organisations';
import { listChildren } from '@/features/family/queries/children';
import type { Ctx } from '@/lib/ctx';
import { maskId } from '@/lib/format';
import { read } from '@/lib/transaction';
import { changedRows, type RecordedIdentity } from '../rules/identity';
import { readIdentity } from './identity';
import { isOwn, ownCorrection } from './own-correction';
import { ownSubject } from './own-subject';
import { openDetails } from './sealed-details';

const RECENT = 20;

/**
 * Whom one may ask for: oneself where a name is on record, and one's children; and every request so
 * far. Requests newest first.
 */
export async function listMyCorrections(ctx: Ctx) {
  return read(ctx, async (tx) => {
    const { actor } = tx;
    const personId = actor.kind === 'account' ? actor.personId : null;
    const self = personId ? await readIdentity(tx, { personId, childId: null }) : null;
    const children = await listChildren(tx);
    const { id, number, status, fields, subjectId, createdAt } = identityCorrections;
    const rows = await tx.db
      .select({ id, number, status, fields, subjectId, createdAt })
      .from(identityCorrections)
      .where(isOwn(tx))
      .orderBy(desc(createdAt))
      .limit(RECENT);
    const openOf = (subject: string) =>
      rows.find((row) => row.subjectId === subject && ['draft', 'waiting'].includes(row.status)) ??
      null;
    const subjects = [
      ...(self && personId ? [{ who: 'self', name: self.name, open: openOf(personId) }] : []),
      ...children.map((c) => ({ who: c.id, name: c.name, open: openOf(c.id) })),
    ];
    const nameOf = new Map(
      subjects.map(({ who, name }) => [who === 'self' ? personId : who, name]),
    );
    const named = rows.map((row) => ({ ...row, name: nameOf.get(row.subjectId) ?? null }));
    return { subjects, past: named.filter((row) => openOf(row.subjectId)?.id !== row.id) };
  });
}

/** The family's own requests that are not answered yet, oldest first; inside a transaction. */
export async function listOpenCorrections(tx: Ctx) {
  const { id, status, fields, createdAt } = identityCorrections;
  const rows = await tx.db
    .select({ id, status, fields })
    .from(identityCorrections)
    .where(and(isOwn(tx), inArray(status, ['draft', 'waiting'])))
    .orderBy(asc(createdAt));
  return rows.flatMap((row) =>
    row.status === 'draft' || row.status === 'waiting' ? [{ ...row, status: row.status }] : [],
  );
}

export type MyCorrections = Awaited<ReturnType<typeof listMyCorrections>>;

export interface CorrectionFormFacts {
  readonly who: string;
  readonly now: RecordedIdentity & { readonly idMasked: string | null };
  /** The draft that is being changed. */
  readonly draft: { readonly after: RecordedIdentity; readonly why: string | null } | null;
  /** A request that waits for its answer: nothing new may be asked. */
  readonly waitingId: string | null;
}

/** The form of step one for oneself or a child; null when nothing is on record yet. */
export async function getCorrectionForm(
  ctx: Ctx,
  who: string,
): Promise<CorrectionFormFacts | null> {
  return read(ctx, async (tx) => {
    const subject = await ownSubject(tx, who);
    const now = await readIdentity(tx, subject);
    if (!now) return null;
    const rows = await tx.db
      .select()
      .from(identityCorrections)
      .where(eq(identityCorrections.subjectId, subject.childId ?? subject.personId));
    const draft = rows.find((row) => row.status === 'draft');
    const details = draft && openDetails(draft);
    return {
      who,
      now: { ...now, idMasked: now.idNumber && maskId(now.idNumber) },
      draft: details ? { after: details.after, why: details.why } : null,
      waitingId: rows.find((row) => row.status === 'waiting')?.id ?? null,
    };
  });
}

/** One request of the family's own: what changes, how it stands, what was answered; else NotFound. */
export async function getMyCorrection(ctx: Ctx, id: string) {
  return read(ctx, async (tx) => {
    const row = await ownCorrection(tx, id);
    const details = openDetails(row);
    const [desk] = await tx.db
      .select({ name: organisations.shortName })
      .from(organisations)
      .where(eq(organisations.id, row.organisationId));
    const proofs = await tx.db
      .select({ id: correctionProofs.id })
      .from(correctionProofs)
      .where(eq(correctionProofs.correctionId, id))
      .orderBy(asc(correctionProofs.position));
    const { number, status, origin, fields, answer, sentAt, decidedAt, childId } = row;
    return {
      ...{ id, number, status, origin, fields, answer, sentAt, decidedAt },
      who: childId ?? 'self',
      name: details?.before.name ?? null,
      rows: details ? changedRows(details.before, details.after, maskId) : [],
      why: details?.why ?? null,
      union: desk?.name ?? '',
      photos: proofs.map((proof) => proof.id),
      now: tx.now,
    };
  });
}

export type MyCorrection = Awaited<ReturnType<typeof getMyCorrection>>;
