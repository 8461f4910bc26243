import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { RegisterLine } from '../rules/two-entries';
import type { TwoIds } from './obstacles';

/** An employer as its row says. */
export interface EmployerColumns {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly uscc: string | null;
  readonly union_id: string | null;
  readonly town_id: string | null;
  readonly industry: string | null;
  readonly staff_count: number | null;
  readonly address: string | null;
  readonly version: number;
}

/** One of two employers as a merge needs it; `entry` null where it stands in no 企业台账. */
export interface MergeEmployer extends Record<string, unknown> {
  readonly employer: EmployerColumns;
  readonly entry: RegisterLine | null;
  readonly organisation_id: string;
  readonly town: string | null;
  readonly union_name: string | null;
}

/** Both employers of a pair, in the order of the ids; empty places for one that is gone. Run it as the system. */
export async function readTwoEmployers(
  systemTx: Ctx,
  ids: TwoIds,
): Promise<[MergeEmployer | undefined, MergeEmployer | undefined]> {
  const rows = await systemTx.db.execute<MergeEmployer>(sql`
    select to_jsonb(e) as employer, to_jsonb(r) as entry, t.short_name as town, u.short_name as union_name,
      coalesce(e.town_id, (select id from organisations where parent_id is null and kind <> 'partner'
        order by created_at limit 1)) as organisation_id
    from employers e left join register_entries r on r.employer_id = e.id
    left join organisations t on t.id = e.town_id left join organisations u on u.id = e.union_id
    where e.id in (${ids[0]}::uuid, ${ids[1]}::uuid)`);
  const of = (id: string) => rows.find(({ employer }) => employer.id === id);
  return [of(ids[0]), of(ids[1])];
}
