import 'server-only';
import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { segments } from '@/db/schema/segments';
import { listOccupations } from '@/features/members/queries/occupations';
import { listOrganisationChoices } from '@/features/organisations/queries/organisation-choices';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';

/** Offerings to choose from, the newest. */
const OFFERINGS = 200;

/** What the editor's lists offer: unions below the keeper, occupations of today, and the newest services. */
export async function listSegmentChoices(ctx: Ctx, organisationIds: readonly string[]) {
  const unions = await listOrganisationChoices(ctx, organisationIds);
  return read(ctx, async (tx) => {
    const occupations = await listOccupations(tx, todayOn(tx.now));
    const shown = and(ne(offerings.status, 'draft'), ne(offerings.kind, 'screening'));
    const services = await tx.db
      .select({ id: offerings.id, title: offerings.title, kind: offerings.kind })
      .from(offerings)
      .where(shown)
      .orderBy(desc(offerings.createdAt), desc(offerings.id))
      .limit(OFFERINGS);
    return { unions, occupations, services };
  });
}
export type SegmentChoices = Awaited<ReturnType<typeof listSegmentChoices>>;

/** The 人群 that a condition may be made of, by name: own, shared from above and of organisations below, at most 200. */
export const listSegmentNames = (tx: Ctx) =>
  tx.db
    .select({ id: segments.id, name: segments.name, organisation: organisations.shortName })
    .from(segments)
    .innerJoin(organisations, eq(organisations.id, segments.organisationId))
    .where(isNull(segments.archivedAt))
    .orderBy(segments.name, segments.id)
    .limit(200);
