import 'server-only';
import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { clocks } from '@/db/schema/clocks';
import { foundings } from '@/db/schema/foundings';
import { unionTermExtensions, unionTerms } from '@/db/schema/offices';
import { organisations } from '@/db/schema/organisations';
import { slipMonths } from '@/features/offices/settings';
import { inScope, organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { isUuid } from '@/lib/ids';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { canAnswerFounding, canPrepareFounding, canSeeFoundings } from '../policy';
import { type CheckRow, electionRow, foundingChecks } from '../rules/checks';
import { parseSizes } from '../rules/committee';
import { type FoundingStep, isAnswer } from '../rules/steps';
import { committeeBar, committeeSizes, delegatesBar, surplusPercent, womenBar } from '../settings';
import { readFounding } from './read-founding';

const PAGE = 25;
const parents = alias(organisations, 'parents');

const seen = (tx: Ctx): SQL =>
  inScope(foundings.placeId, canSeeFoundings.organisationsOf(tx.actor));

const lastStep = sql<FoundingStep>`(select a.step from founding_actions a
  where a.founding_id = ${foundings.id} order by a.position desc limit 1)`;
const lastOn = sql<string>`(select a.done_on::text from founding_actions a
  where a.founding_id = ${foundings.id} order by a.position desc limit 1)`;
const firms = sql<number>`(select count(*)::int from founding_employers e
  where e.founding_id = ${foundings.id})`;

const asked = (tx: Ctx, over: boolean): SQL | undefined => {
  const isOver = sql`(${lastStep} in ('certified', 'abandoned')
    or (${foundings.kind} = 'dissolution' and ${lastStep} = 'registered'))`;
  return and(seen(tx), over ? isOver : sql`not ${isOver}`);
};

const found = (tx: Ctx, over: boolean) =>
  tx.db
    .select({
      id: foundings.id,
      name: foundings.name,
      form: foundings.form,
      kind: foundings.kind,
      parent: parents.shortName,
      step: lastStep,
      lastOn,
      firms,
    })
    .from(foundings)
    .innerJoin(parents, eq(parents.id, foundings.parentId))
    .where(asked(tx, over))
    .orderBy(desc(foundings.createdAt), desc(foundings.id))
    .$dynamic();

/**
 * A page of foundings in the officer's area, 25 a page, the newest first; a page beyond the last is the last.
 * @param over those that have their certificate or were given up, instead of those under way
 */
export const listFoundings = (ctx: Ctx, { over, page: asked }: { over: boolean; page: number }) =>
  read(ctx, async (tx) => {
    const total = await countFoundings(tx, over);
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(asked, pages);
    const rows = await found(tx, over)
      .limit(PAGE)
      .offset((page - 1) * PAGE);
    return { rows, total, page, pages };
  });

/** How many foundings the whole list has. */
export const countFoundings = (tx: Ctx, over: boolean): Promise<number> =>
  tx.db.$count(foundings, asked(tx, over));

/** The whole list of `listFoundings` for a file, in its order, the newest first. The caller has recorded it. */
export const listAllFoundings = (ctx: Ctx, over: boolean): Promise<FoundingRow[]> =>
  read(ctx, (tx) => found(tx, over));

export type FoundingRow = FoundingPage['rows'][number];
export type FoundingPage = Awaited<ReturnType<typeof listFoundings>>;

/** The founding that an employer takes part in now; null for none, or one that this officer does not see. */
export const findOpenFounding = (ctx: Ctx, employerId: string): Promise<string | null> =>
  read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ id: foundings.id })
      .from(foundings)
      .where(
        and(
          seen(tx),
          sql`exists (select 1 from founding_employers e where e.founding_id = ${foundings.id}
            and e.employer_id = ${employerId}::uuid and e.released_at is null)`,
        ),
      );
    return row?.id ?? null;
  });

/** Members of its employers who are in a 网上会员之家: they may follow into the new union. */
async function mayFollow(tx: Ctx, employerIds: readonly string[]): Promise<number> {
  const [row] = await tx.db.execute<{ n: number }>(sql`
    select count(*)::int as n from memberships m join organisations h on h.id = m.organisation_id
    where h.kind = 'online_home' and m.status in ('provisional', 'regular')
      and m.employer_id = any (${`{${employerIds.join(',')}}`}::uuid[])`);
  return row?.n ?? 0;
}

/** Until when a change has to be asked for, YYYY-MM-DD; null once it was, and for anything else. */
async function changeDueOn(tx: Ctx, { id, kind }: { id: string; kind: string }) {
  if (kind !== 'change') return null;
  const [clock] = await tx.db
    .select({ dueOn: clocks.dueOn })
    .from(clocks)
    .where(and(eq(clocks.subjectId, id), isNull(clocks.endedAt)));
  return clock?.dueOn ?? null;
}

/** 换届 should be done by the end of the term and what it may slip. Source: domain.md §2.2. */
async function electionRows(
  tx: Ctx,
  { kind, organisationId, actions }: NonNullable<Awaited<ReturnType<typeof readFounding>>>,
): Promise<CheckRow[]> {
  if (kind !== 'reelection' || !organisationId) return [];
  const metOn = actions.findLast(({ step }) => step === 'assembly')?.doneOn;
  const [last] = await tx.db
    .select({ endsOn: unionTerms.endsOn, prolongedTo: unionTermExtensions.untilOn })
    .from(unionTerms)
    .leftJoin(
      unionTermExtensions,
      and(eq(unionTermExtensions.termId, unionTerms.id), eq(unionTermExtensions.status, 'granted')),
    )
    .where(
      and(
        eq(unionTerms.organisationId, organisationId),
        sql`${unionTerms.beganOn} < ${metOn ?? todayOn(tx.now)}::date`,
      ),
    )
    .orderBy(desc(unionTerms.ordinal))
    .limit(1);
  const { slip } = await readSettings(tx, { slip: slipMonths });
  return last ? [electionRow(last, metOn ?? todayOn(tx.now), slip)] : [];
}

/**
 * One founding with its checks and what this officer may do; null for another's, exactly as when there is
 * none.
 */
export async function findFounding(ctx: Ctx, id: string) {
  if (!isUuid(id)) return null;
  return read(ctx, async (tx) => {
    const [mine] = await tx.db
      .select({ id: foundings.id, parent: parents.name })
      .from(foundings)
      .innerJoin(parents, eq(parents.id, foundings.parentId))
      .where(and(eq(foundings.id, id), seen(tx)));
    const founding = mine && (await readFounding(tx, id));
    if (!founding) return null;
    const s = await readSettings(tx, {
      bar: committeeBar,
      women: womenBar,
      percent: surplusPercent,
      sizes: committeeSizes,
      delegates: delegatesBar,
    });
    const late = await electionRows(tx, founding);
    const path = await organisationPath(tx, founding.placeId);
    const checks: CheckRow[] = foundingChecks(founding, { ...s, sizes: parseSizes(s.sizes) ?? [] });
    const { contactPhoneSealed: _, ...shown } = founding;
    return {
      ...shown,
      changeDueOn: await changeDueOn(tx, founding),
      ...{ parent: mine.parent, checks: [...late, ...checks], delegatesBar: s.delegates },
      mayTake: (step: FoundingStep) =>
        (isAnswer(step) ? canAnswerFounding : canPrepareFounding)(tx.actor, path),
      followers: await mayFollow(
        tx,
        founding.firms.map((firm) => firm.id),
      ),
    };
  });
}

export type FoundingScreen = NonNullable<Awaited<ReturnType<typeof findFounding>>>;

/**
 * Unions that may approve one for employers at a place: those above it, and the 行业工会联合会. In the order of
 * the tree.
 */
export const listParents = (ctx: Ctx, placeId: string) =>
  read(ctx, (tx) =>
    tx.db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(
        and(
          isNull(organisations.closedAt),
          or(
            eq(organisations.kind, 'industry_federation'),
            sql`${organisations.kind} in ('town_federation', 'district_federation') and exists
              (select 1 from organisation_closure c where c.descendant_id = ${placeId}::uuid
                and c.ancestor_id = ${organisations.id})`,
          ),
        ),
      )
      .orderBy(asc(organisations.sortKey)),
  );
