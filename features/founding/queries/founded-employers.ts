import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/** One employer whose workers founded a union, with the paper that says so. */
export interface FoundedEmployer extends Record<string, unknown> {
  readonly employerId: string;
  readonly employer: string;
  readonly foundingId: string;
  readonly unionId: string;
  readonly union: string;
  readonly form: string;
  /** 批复文号 as typed from the paper; null where the book that it came from had none. */
  readonly documentNo: string | null;
  /** The day of the 批复, which is the founding day: YYYY-MM-DD. */
  readonly foundedOn: string;
  /** Where it counts: the employer's town, else that of the founding. */
  readonly placeId: string;
}

export interface FoundedIn {
  /** Days `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** Organisations: an employer counts where its town is one of them or lies below one. */
  readonly within: readonly string[];
}

/**
 * “家企业成立工会” as a set: a row for each employer, so that a joint union is as many rows as it has firms. An
 * employer counts once in a period, by its first 批复; whatever became of the union later, it was founded.
 * Source: domain.md §2.3.
 */
export const foundedEmployersSql = ({ from, to, within }: FoundedIn): SQL => sql`
  select distinct on (e.id) e.id as "employerId", e.name as employer, f.id as "foundingId",
    o.id as "unionId", o.name as "union", f.form, a.document_no as "documentNo",
    a.done_on::text as "foundedOn", coalesce(e.town_id, f.place_id) as "placeId"
  from founding_actions a
  join foundings f on f.id = a.founding_id
  join organisations o on o.id = f.organisation_id
  join founding_employers fe on fe.founding_id = f.id
  join employers e on e.id = fe.employer_id
  where f.kind = 'founding' and a.step = 'founded' and a.done_on between ${from}::date and ${to}::date
    and exists (select 1 from organisation_closure c
      where c.descendant_id = coalesce(e.town_id, f.place_id)
        and c.ancestor_id = any (${`{${within.join(',')}}`}::uuid[]))
  order by e.id, a.done_on, a.id`;

/**
 * The employers that founded a union in a period, in the order of the papers, and how many they are by the same
 * statement. Only foundings that the row policies show to who asks.
 */
export const foundedEmployers = (
  ctx: Ctx,
  asked: FoundedIn,
): Promise<{ rows: FoundedEmployer[]; count: number }> =>
  read(ctx, async (tx) => {
    const found = await tx.db.execute<FoundedEmployer & { all: number }>(sql`
      select founded.*, (count(*) over ())::int as all from (${foundedEmployersSql(asked)}) founded
      order by "foundedOn", "documentNo", employer, "employerId"`);
    return { rows: found.map(({ all: _, ...row }) => row), count: found[0]?.all ?? 0 };
  });
