import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { canKeepRegister } from '../policy';
import { clusterSize } from '../settings';

export interface Cluster {
  readonly homeId: string;
  readonly home: string;
  readonly townId: string | null;
  /** Null where its members typed a name that is not registered. */
  readonly employerId: string | null;
  readonly name: string;
  readonly members: number;
  /** Whether it stands in the register already. */
  readonly entered: boolean;
}

/** Members of a 网上会员之家 by their employer, where they are enough and it has no union. */
const gathered = (tx: Ctx, size: number, more: SQL): SQL => sql`
  with gathered as (
    select m.organisation_id as home_id, m.employer_id,
      case when m.employer_id is null then m.employer_name end as employer_name, count(*)::int as members
    from memberships m join organisations h on h.id = m.organisation_id
    where h.kind = 'online_home' and h.closed_at is null and m.status in ('provisional', 'regular')
      and coalesce(m.employer_id::text, m.employer_name) is not null
      and exists (select 1 from organisation_closure c where c.descendant_id = h.id
        and c.ancestor_id = any (${`{${canKeepRegister.organisationsOf(tx.actor).join(',')}}`}::uuid[]))
    group by 1, 2, 3 having count(*) >= ${size})
  select g.home_id as "homeId", h.short_name as home, h.town_id as "townId", g.employer_id as "employerId",
    coalesce(e.name, g.employer_name) as name, g.members,
    exists (select 1 from register_entries r where r.employer_id = g.employer_id) as entered
  from gathered g join organisations h on h.id = g.home_id
  left join employers e on e.id = g.employer_id
  where e.closed_at is null
    and not exists (select 1 from organisations u where u.id = e.union_id and u.closed_at is null)
    and ${more}
  order by g.members desc, name`;

/** Nobody has taken it, nor dismissed it while it had as many members as now. */
const unanswered = sql`not exists (select 1 from cluster_decisions d
  where d.home_id = g.home_id and d.employer_id is not distinct from g.employer_id
    and d.employer_name is not distinct from g.employer_name
    and (d.answer = 'taken' or d.members >= g.members))`;

/**
 * Clusters that wait for an answer in the officer's area: so many members of one employer without a union in
 * a 网上会员之家 as the setting asks for. The largest first; no member is named.
 */
export const listClusters = (ctx: Ctx): Promise<Cluster[]> =>
  read(ctx, async (tx) => {
    const { size } = await readSettings(tx, { size: clusterSize });
    return [
      ...(await tx.db.execute<Cluster & Record<string, unknown>>(gathered(tx, size, unanswered))),
    ];
  });

/** One cluster that waits for an answer, counted anew in the open transaction; null when it does no longer. */
export async function findCluster(
  tx: Ctx,
  of: { homeId: string; employerId: string | null; employerName: string },
): Promise<Cluster | null> {
  const { size } = await readSettings(tx, { size: clusterSize });
  const name = of.employerId ? null : of.employerName;
  const same = sql`${unanswered} and g.home_id = ${of.homeId}::uuid
    and g.employer_id is not distinct from ${of.employerId}::uuid
    and g.employer_name is not distinct from ${name}::text`;
  const [row] = await tx.db.execute<Cluster & Record<string, unknown>>(gathered(tx, size, same));
  return row ?? null;
}
