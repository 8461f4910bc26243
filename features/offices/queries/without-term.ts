import 'server-only';
import { sql } from 'drizzle-orm';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canSeeOffices } from '../policy';
import { electing } from '../rules/term';

const PAGE = 25;

export interface UnionWithoutTerm extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly town: string | null;
  readonly foundedOn: string | null;
}

/**
 * A page of the open 基层工会 of the officer's area of which no term was ever entered, so that nothing reminds of its
 * end; by the order of the tree, 25 a page, a page beyond the last is the last.
 */
export const listWithoutTerm = (ctx: Ctx, asked: number) =>
  read(ctx, async (tx) => {
    const missing = sql`from organisations o left join organisations town on town.id = o.town_id
      where o.closed_at is null and o.kind in ${[...electing]}
        and ${inScope(sql`o.id`, canSeeOffices.organisationsOf(tx.actor))}
        and not exists (select 1 from union_terms t where t.organisation_id = o.id)`;
    const [counted] = await tx.db.execute<{ n: number }>(sql`select count(*)::int as n ${missing}`);
    const total = counted?.n ?? 0;
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(asked, pages);
    const rows = await tx.db.execute<UnionWithoutTerm>(sql`
      select o.id, o.name, town.name as town, o.founded_on::text as "foundedOn" ${missing}
      order by o.sort_key, o.id limit ${PAGE} offset ${(page - 1) * PAGE}`);
    return { rows: [...rows], total, page, pages };
  });

export type WithoutTermPage = Awaited<ReturnType<typeof listWithoutTerm>>;
