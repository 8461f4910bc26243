import 'server-only';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { correctionProofs, identityCorrections } from '@/db/schema/corrections';
import { children } from '@/db/schema/family';
import { accounts, people } from '@/db/schema/identity';
import { listMisfits } from '@/features/eligibility/queries/misfits';
import { hasComeOfAge } from '@/features/family/rules/children';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { read, readOnRecord, within } from '@/lib/transaction';
import { canCorrectIdentity } from '../policy';
import { fieldsOf } from '../rules/details';
import { asAsked, changedRows, differing } from '../rules/identity';
import { isDocumentTaken, readIdentity, subjectIdOf } from './identity';
import type { CorrectionRow } from './own-correction';
import { openDetails } from './sealed-details';

const LONGEST = 100;
const RECENT = 20;

const columns = {
  id: identityCorrections.id,
  number: sql<string>`${identityCorrections.number}`,
  status: identityCorrections.status,
  origin: identityCorrections.origin,
  fields: identityCorrections.fields,
  sentAt: sql<Date>`${identityCorrections.sentAt}`.mapWith(identityCorrections.sentAt),
  isChild: sql<boolean>`${identityCorrections.childId} is not null`,
  childMasked: children.nameMasked,
  asker: people.name,
  phoneTail: accounts.phoneTail,
};

// Read as the system within the scope: a person may have changed their union since they asked.
const rows = (systemTx: Ctx) =>
  systemTx.db
    .select(columns)
    .from(identityCorrections)
    .innerJoin(people, eq(people.id, identityCorrections.personId))
    .innerJoin(accounts, eq(accounts.id, identityCorrections.accountId))
    .leftJoin(children, eq(children.id, identityCorrections.childId));

const lineOf = ({ asker, childMasked, ...line }: Awaited<ReturnType<typeof rows>>[number]) => ({
  ...line,
  masked: childMasked ?? maskName(asker ?? ''),
});

/** Corrections for the officer's unions: those that wait, oldest first, and the last answered ones. */
export async function listCorrections(ctx: Ctx) {
  authorize(canCorrectIdentity.anywhere(ctx.actor));
  const mine = inScope(
    identityCorrections.organisationId,
    canCorrectIdentity.organisationsOf(ctx.actor),
  );
  const { status, sentAt, decidedAt } = identityCorrections;
  return read(asSystem(ctx), async (systemTx) => {
    const waiting = await rows(systemTx)
      .where(and(mine, eq(status, 'waiting')))
      .orderBy(asc(sentAt))
      .limit(LONGEST);
    const answered = await rows(systemTx)
      .where(and(mine, inArray(status, ['corrected', 'refused'])))
      .orderBy(desc(decidedAt))
      .limit(RECENT);
    return { waiting: waiting.map(lineOf), answered: answered.map(lineOf), now: systemTx.now };
  });
}

export type CorrectionLine = Awaited<ReturnType<typeof listCorrections>>['waiting'][number];

/** What the system found about a request that waits: told to the officer before the decision. */
async function findings(systemTx: Ctx, row: CorrectionRow) {
  const [now, details] = [await readIdentity(systemTx, row), openDetails(row)];
  if (!now || !details)
    return { gone: true, moved: false, taken: false, grown: false, misfits: [] };
  const fields = fieldsOf(row.fields);
  const right = asAsked(now, details.after, fields);
  const hasDocument = fields.includes('document');
  const grown =
    row.childId !== null &&
    right.birthOn !== null &&
    hasComeOfAge(right.birthOn, todayOn(systemTx.now));
  return {
    gone: false,
    moved: differing(details.before, now).some((field) => fields.includes(field)),
    taken: hasDocument && (await isDocumentTaken(systemTx, row, right)),
    grown,
    misfits: hasDocument ? await listMisfits(systemTx, subjectIdOf(row), right) : [],
  };
}

/**
 * One request as the desk reads it: old and new side by side, the photos, and what the system found. Each
 * opening is on record; one's own and one's family's opens without any of it (回避). Throws NotFound outside
 * the officer's unions, and while it is a draft.
 */
export async function openCorrection(ctx: Ctx, id: string) {
  return readOnRecord(ctx, async (tx) => {
    const mine = inScope(
      identityCorrections.organisationId,
      canCorrectIdentity.organisationsOf(tx.actor),
    );
    const [row] = await tx.db
      .select()
      .from(identityCorrections)
      .where(and(mine, eq(identityCorrections.id, id)));
    if (!row || row.number === null) throw new NotFound('correction');
    const own = await isOwnCase(tx, row);
    const found = await within(tx, asSystem(tx), async (systemTx) => {
      const [line] = await rows(systemTx).where(eq(identityCorrections.id, id));
      const open = row.status === 'waiting' && !own;
      return { line, checks: open ? await findings(systemTx, row) : null };
    });
    if (!found.line) throw new NotFound('correction');
    await recordAudit(tx, {
      action: 'view_correction',
      entityType: 'identity_correction',
      entityId: id,
      organisationId: row.organisationId,
    });
    const proofs = await tx.db
      .select({ id: correctionProofs.id })
      .from(correctionProofs)
      .where(eq(correctionProofs.correctionId, id))
      .orderBy(asc(correctionProofs.position));
    const details = own ? null : openDetails(row);
    return {
      ...lineOf(found.line),
      ...{ own, checks: found.checks, answer: row.answer, decidedAt: row.decidedAt },
      personId: row.childId ? null : row.personId,
      name: details?.before.name ?? null,
      rows: details ? changedRows(details.before, details.after) : [],
      why: details?.why ?? null,
      photos: own ? [] : proofs.map((proof) => proof.id),
      now: tx.now,
    };
  });
}

export type DeskCorrection = Awaited<ReturnType<typeof openCorrection>>;
