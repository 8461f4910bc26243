import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { memberships } from '@/db/schema/membership';
import {
  unionCertificates,
  unionOffices,
  unionTermExtensions,
  unionTerms,
} from '@/db/schema/offices';
import { organisations } from '@/db/schema/organisations';
import { inScope, organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { addMonths, todayOn } from '@/lib/dates';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { canAskExtension, canKeepOffices, canSeeOffices } from '../policy';
import { latestElection, parseMonths } from '../rules/term';
import { reminderMonths, renewalDays, slipMonths } from '../settings';

const termsOf = (tx: Ctx, organisationId: string) =>
  tx.db
    .select()
    .from(unionTerms)
    .where(eq(unionTerms.organisationId, organisationId))
    .orderBy(desc(unionTerms.ordinal));

const extensionsOf = (tx: Ctx, termId: string) =>
  tx.db
    .select()
    .from(unionTermExtensions)
    .where(eq(unionTermExtensions.termId, termId))
    .orderBy(desc(unionTermExtensions.askedAt));

const holdersOf = (tx: Ctx, organisationId: string) =>
  tx.db
    .select({
      id: unionOffices.id,
      termId: unionOffices.termId,
      body: unionOffices.body,
      post: unionOffices.post,
      name: unionOffices.name,
      personId: unionOffices.personId,
      /** Only of a member whom this officer may see. */
      memberId: memberships.personId,
      fromOn: unionOffices.fromOn,
      endedOn: unionOffices.endedOn,
      endedReason: unionOffices.endedReason,
      documentNo: unionOffices.documentNo,
      endDocumentNo: unionOffices.endDocumentNo,
    })
    .from(unionOffices)
    .leftJoin(
      memberships,
      and(
        eq(memberships.personId, unionOffices.personId),
        eq(memberships.organisationId, unionOffices.organisationId),
      ),
    )
    .where(eq(unionOffices.organisationId, organisationId))
    .orderBy(asc(unionOffices.fromOn), asc(unionOffices.recordedAt), asc(unionOffices.id));

/**
 * The terms of a union, the newest first, its office holders and its certificates; null for a union outside the
 * officer's area, exactly as when there is none.
 */
export async function findOffices(ctx: Ctx, organisationId: string) {
  if (!isUuid(organisationId)) return null;
  return read(ctx, async (tx) => {
    const [union] = await tx.db
      .select()
      .from(organisations)
      .where(
        and(
          eq(organisations.id, organisationId),
          inScope(organisations.id, canSeeOffices.organisationsOf(tx.actor)),
        ),
      );
    if (!union) return null;
    const s = await readSettings(tx, {
      ...{ slip: slipMonths, renewal: renewalDays, months: reminderMonths },
    });
    const terms = await termsOf(tx, organisationId);
    const holders = await holdersOf(tx, organisationId);
    const certificates = await tx.db
      .select()
      .from(unionCertificates)
      .where(eq(unionCertificates.organisationId, organisationId))
      .orderBy(desc(unionCertificates.issuedOn));
    const path = await organisationPath(tx, organisationId);
    const [term = null] = terms;
    const extensions = term ? await extensionsOf(tx, term.id) : [];
    const granted = extensions.find(({ status }) => status === 'granted');
    const today = todayOn(tx.now);
    const early = Math.max(0, ...(parseMonths(s.months) ?? []));
    return {
      ...{ union, terms, term, certificates, renewalDays: s.renewal },
      latest: term && latestElection(term.endsOn, s.slip),
      extensions,
      /** The day on which the term ends now. */
      endsOn: granted?.untilOn ?? term?.endsOn ?? null,
      /** Near enough to its end, and not let run on yet. */
      extensionOpen: term !== null && !granted && today >= addMonths(term.endsOn, -early),
      holders: [...new Map(holders.map((one) => [one.id, one])).values()],
      certificate: certificates.find(({ voidOn }) => voidOn === null) ?? null,
      mayAsk: canAskExtension(tx.actor, path) && union.closedAt === null,
      mayKeep: canKeepOffices(tx.actor, path) && union.closedAt === null,
      today,
    };
  });
}

export type OfficesScreen = NonNullable<Awaited<ReturnType<typeof findOffices>>>;
