import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import { offerings } from '@/db/schema/offerings';
import { holdsPlace, isActive } from '@/features/bookings/rules/booking';
import { managedOfferings } from '@/features/offerings/queries/desk-scope';
import type { OfferingRules } from '@/features/offerings/schema/offering';
import { onlySessionRules } from '@/features/offerings/schema/session-rules';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read, readOnRecord, within } from '@/lib/transaction';
import { type Preview, previewOf, replay } from '../rules/preview';
import { gatherFactsOfMany, type ProposedSession } from './facts-of-many';
import { countAllMembers, countFittingMembers } from './fitting-members';

// In a select from one table Drizzle writes columns bare, and inside a subquery they would be its own.
const lineage = sql<string>`coalesce(offerings.copied_from, offerings.id)`;
const columns = {
  id: offerings.id,
  title: offerings.title,
  kind: offerings.kind,
  organisationId: offerings.organisationId,
  visibility: offerings.visibility,
  copiedFrom: offerings.copiedFrom,
};

/** One offering that this officer manages, or NotFound. */
async function managed(tx: Ctx, id: string) {
  const [row] = isUuid(id)
    ? await tx.db
        .select(columns)
        .from(offerings)
        .where(and(eq(offerings.id, id), managedOfferings(tx.actor)))
    : [];
  if (!row) throw new NotFound('offering');
  return row;
}
export type Managed = Awaited<ReturnType<typeof managed>>;

const firstStart = sql`(select min(s.starts_at) from offering_sessions s where s.offering_id = offerings.id)`;

/**
 * Offerings against whose people a rule can be tried: of the same kind, managed by this officer, with
 * bookings; this offering's own line first, the newest first.
 */
async function comparable(tx: Ctx, offering: Managed) {
  return tx.db
    .select({ id: offerings.id, title: offerings.title })
    .from(offerings)
    .where(
      and(
        managedOfferings(tx.actor),
        eq(offerings.kind, offering.kind),
        ne(offerings.id, offering.id),
        sql`exists (select 1 from bookings b where b.offering_id = offerings.id)`,
      ),
    )
    .orderBy(sql`${lineage} = ${offering.copiedFrom ?? offering.id}::uuid desc, ${firstStart} desc`)
    .limit(30);
}

/**
 * Offerings of the kind with bookings whose people rules can be tried on, the same line of copies first; at
 * most 30.
 */
export const listComparable = (ctx: Ctx, offering: Managed) =>
  read(ctx, (tx) => comparable(tx, offering));

/**
 * Of those who have a place, and of those who wait, who would no longer fit by these rules; of one session
 * alone where conditions of its own are proposed.
 */
export async function previewHolders(
  systemTx: Ctx,
  offeringId: string,
  rules: OfferingRules,
  proposed?: ProposedSession,
): Promise<{ booked: Preview; waiting: Preview }> {
  const all = await gatherFactsOfMany(systemTx, offeringId, rules, proposed);
  const open = all.filter(({ status, facts }) => {
    return isActive(status) && (facts.session?.startsAt ?? systemTx.now) > systemTx.now;
  });
  return {
    booked: previewOf(open.filter(({ status }) => holdsPlace(status))),
    waiting: previewOf(open.filter(({ status }) => !holdsPlace(status))),
  };
}

export interface RulesPreview {
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  /** The offering tried against; null where nobody ever booked a comparable one. */
  readonly against: { readonly id: string; readonly title: string } | null;
  readonly past: Preview | null;
  readonly booked: Preview;
  readonly waiting: Preview;
  /** Members who meet what can be asked of a member, of how many, told roughly; null when open to everyone. */
  readonly fitting: number | null;
  readonly members: number;
}

/**
 * What these rules would do, before they are saved: last time's people judged once more, today's
 * holders and waiters, and all members. Numbers and masked names only; that birth dates of children
 * were opened for it is on record. Throws NotFound for an offering that the officer does not manage.
 * @param against an offering of the same kind; by default the newest of this one's own line
 */
export async function previewRules(
  ctx: Ctx,
  asked: { offeringId: string; rules: OfferingRules; against?: string | undefined },
): Promise<RulesPreview> {
  return readOnRecord(ctx, async (tx) => {
    const { rules } = asked;
    const offering = await managed(tx, asked.offeringId);
    const choices = await comparable(tx, offering);
    const against = choices.find((c) => c.id === asked.against) ?? choices[0] ?? null;
    const fitting = await countFittingMembers(tx, { ...offering, rules });
    const found = await within(tx, asSystem(tx), async (systemTx) => ({
      past: against && replay(await gatherFactsOfMany(systemTx, against.id, rules)),
      ...(await previewHolders(systemTx, offering.id, rules)),
      members: await countAllMembers(systemTx),
    }));
    if (offering.kind === 'childcare') {
      await recordAudit(tx, {
        action: 'preview_rules',
        entityType: 'offering',
        entityId: offering.id,
        organisationId: offering.organisationId,
        after: { against: against?.id ?? null, people: found.past?.people ?? 0 },
      });
    }
    return { choices, against, ...found, fitting };
  });
}

/**
 * What conditions of one session would do beside its offering's (`whole`), before they are saved: its holders
 * and waiters, and all members. Numbers and masked names only; that birth dates of children were opened
 * for it is on record. Throws NotFound for an offering that the officer does not manage.
 */
export async function previewSessionRules(
  ctx: Ctx,
  asked: { offeringId: string; sessionId: string; whole: OfferingRules; own: OfferingRules },
): Promise<Pick<RulesPreview, 'booked' | 'waiting' | 'fitting' | 'members'>> {
  return readOnRecord(ctx, async (tx) => {
    const offering = await managed(tx, asked.offeringId);
    const proposed = { id: asked.sessionId, rules: onlySessionRules(asked.own) };
    const fitting = await countFittingMembers(tx, { ...offering, rules: asked.whole }, asked.own);
    const found = await within(tx, asSystem(tx), async (systemTx) => ({
      ...(await previewHolders(systemTx, offering.id, asked.whole, proposed)),
      members: await countAllMembers(systemTx),
    }));
    if (offering.kind === 'childcare') {
      await recordAudit(tx, {
        action: 'preview_rules',
        entityType: 'offering_session',
        entityId: asked.sessionId,
        organisationId: offering.organisationId,
        after: { people: found.booked.people + found.waiting.people },
      });
    }
    return { ...found, fitting };
  });
}
