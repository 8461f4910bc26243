import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { inScope } from '@/features/organisations/queries/scope';
import { placeName } from '@/features/organisations/rules/place-name';
import type { Ctx } from '@/lib/ctx';
import { addMonths, todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { canSeeOffices } from '../policy';
import { parseMonths } from '../rules/term';
import type { EndsFilter } from '../schema/ends';
import { reminderMonths } from '../settings';

const PAGE = 25;

export interface EndingRow extends Record<string, unknown> {
  readonly subjectId: string;
  readonly organisationId: string;
  readonly union: string;
  readonly townId: string | null;
  readonly town: string | null;
  readonly kind: 'term' | 'certificate';
  readonly endsOn: string;
  readonly paper: string | null;
  /** A term that the level above has let run on. */
  readonly prolonged: boolean;
}

/** What ends: of every open union its latest term, by the day until which it was let run on, and the certificate that counts. */
export const endings: SQL = sql`
  select t.id as "subjectId", o.id as "organisationId", o.name as "union", o.town_id as "townId",
    o.sort_key, 'term' as kind, coalesce(x.until_on, t.ends_on) as "endsOn",
    coalesce(x.decided_no, t.document_no) as paper, x.id is not null as prolonged
  from union_terms t join organisations o on o.id = t.organisation_id
  left join union_term_extensions x on x.term_id = t.id and x.status = 'granted'
  where o.closed_at is null and not exists (select 1 from union_terms later
    where later.organisation_id = t.organisation_id and later.ordinal > t.ordinal)
  union all
  select c.id, o.id, o.name, o.town_id, o.sort_key, 'certificate', c.valid_to, c.number, false
  from union_certificates c join organisations o on o.id = c.organisation_id
  where o.closed_at is null and c.void_on is null`;

const orders: Record<EndsFilter['sort'], SQL> = {
  soonest: sql`"endsOn", sort_key, "subjectId"`,
  latest: sql`"endsOn" desc, sort_key, "subjectId"`,
  name: sql`sort_key, "endsOn", "subjectId"`,
};

function within(view: EndsFilter['view'], today: string): SQL {
  if (view === 'all') return sql`true`;
  if (view === 'over') return sql`"endsOn" < ${today}::date`;
  return sql`"endsOn" <= ${addMonths(today, Number(view))}::date`;
}

/** What ends in the officer's area, of the kind and town asked for. */
const seen = (tx: Ctx, { town, kind }: EndsFilter): SQL => sql`
  select e.*, town.name as town from (${endings}) e
  left join organisations town on town.id = e."townId"
  where ${inScope(sql`e."organisationId"`, canSeeOffices.organisationsOf(tx.actor))}
    ${town ? sql`and e."townId" = ${town}::uuid` : sql``}
    ${kind ? sql`and e.kind = ${kind}` : sql``}`;

const rowsOf = (tx: Ctx, filter: EndsFilter, part: SQL) =>
  tx.db.execute<EndingRow>(sql`
    select "subjectId", "organisationId", "union", "townId", town, kind, "endsOn"::text as "endsOn", paper,
      prolonged
    from (${seen(tx, filter)}) seen where ${within(filter.view, todayOn(tx.now))}
    order by ${orders[filter.sort]} ${part}`);

/** The whole list of `listEndings` for a file, in the order asked for. The caller has recorded it. */
export const listAllEndings = (ctx: Ctx, filter: EndsFilter): Promise<EndingRow[]> =>
  read(ctx, async (tx) => [...(await rowsOf(tx, filter, sql``))]);

/**
 * A page of what ends in the officer's area, 25 a page; a page beyond the last is the last. With it how many
 * there are by view, over all kinds asked for.
 */
export const listEndings = (ctx: Ctx, filter: EndsFilter) =>
  read(ctx, async (tx) => {
    const today = todayOn(tx.now);
    const counted = (view: EndsFilter['view']) =>
      sql`count(*) filter (where ${within(view, today)})::int`;
    const [counts] = await tx.db.execute<Record<EndsFilter['view'], number>>(sql`
      select ${counted('all')} as "all", ${counted('over')} as "over", ${counted('1')} as "1",
        ${counted('3')} as "3", ${counted('6')} as "6" from (${seen(tx, filter)}) seen`);
    const total = counts?.[filter.view] ?? 0;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(filter.page, pages);
    const rows = await rowsOf(tx, filter, sql`limit ${PAGE} offset ${(page - 1) * PAGE}`);
    return { rows: [...rows], counts, total, page, pages };
  });

export type EndingsPage = Awaited<ReturnType<typeof listEndings>>;

/** What ends within the first of the months of reminders and was not reminded of by the nearest of them yet. */
export async function listToRemind(systemTx: Ctx) {
  const { text } = await readSettings(systemTx, { text: reminderMonths });
  const months = parseMonths(text) ?? [];
  const until = addMonths(todayOn(systemTx.now), Math.max(0, ...months));
  const rows = await systemTx.db.execute<EndingRow & { id: string }>(sql`
    select "subjectId" as id, "subjectId", "organisationId", "union", kind, "endsOn"::text as "endsOn", prolonged
    from (${endings}) e where "endsOn" <= ${until}::date order by "endsOn", "subjectId"`);
  return { rows: [...rows], months };
}

/** How many terms and certificates are over or end within half a year, by town, in the officer's area. */
export const countEndings = (ctx: Ctx) =>
  read(ctx, async (tx) => {
    const rows = await tx.db.execute<{ townId: string | null; town: string | null; n: number }>(sql`
      select e."townId", town.name as town, count(*)::int as n from (${endings}) e
      left join organisations town on town.id = e."townId"
      where ${inScope(sql`e."organisationId"`, canSeeOffices.organisationsOf(tx.actor))}
        and ${within('6', todayOn(tx.now))}
      group by e."townId", town.id order by town.area_code nulls last, town.sort_key`);
    return rows.map(({ town, ...row }) => ({ ...row, town: town ? placeName(town) : '区直工会' }));
  });
