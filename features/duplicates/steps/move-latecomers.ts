import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

interface Standing extends Record<string, unknown> {
  readonly id: string;
  readonly survivor_id: string;
  readonly loser_id: string;
  readonly survivor_account: string;
  readonly loser_account: string;
}

/**
 * What a person was doing while their two records were merged may have come to the one that does not stand any
 * more: it follows the other, as what was there before. As the system.
 */
export async function moveLatecomers(systemTx: Ctx): Promise<void> {
  const merges = await systemTx.db.execute<Standing>(sql`
    select m.id, m.survivor_id, m.loser_id, s.account_id as survivor_account, l.account_id as loser_account
    from record_merges m join people s on s.id = m.survivor_id join people l on l.id = m.loser_id
    where m.kind = 'person' and m.undone_at is null
      and exists (select 1 from count_merge_rows('person', m.loser_id))
    order by m.merged_at`);
  for (const merge of merges) {
    await systemTx.db.execute(sql`select move_merged_rows(${merge.id}::uuid, 'person',
      ${merge.loser_id}::uuid, ${merge.survivor_id}::uuid)`);
    await systemTx.db.execute(sql`select move_merged_rows(${merge.id}::uuid, 'account',
      ${merge.loser_account}::uuid, ${merge.survivor_account}::uuid)`);
  }
}
