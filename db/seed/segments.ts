import { sql } from 'drizzle-orm';
import { segments } from '@/db/schema/segments';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { invented } from './federation';
import { insertAll } from './insert';

const { story, root } = invented;

const definition = (of: readonly unknown[]) => ({
  v: 1,
  root: { kind: 'group', join: 'all', of },
});

/** 人群 of the federation, which everybody below may use, and of the union of the platform's workers. */
export async function seedSegments(tx: Ctx, idOf: (name: string) => string): Promise<void> {
  const officers = await tx.db.execute<{ at: string; account: string; name: string }>(sql`
    select distinct on (g.organisation_id) g.organisation_id as at, g.account_id as account, a.display_name as name
    from role_grants g join accounts a on a.id = g.account_id order by g.organisation_id, g.id`);
  const segment = (organisationId: string, name: string, of: readonly unknown[]) => {
    const keeper = officers.find((officer) => officer.at === organisationId);
    if (!keeper) throw new Error('nobody to keep a segment');
    return {
      ...{ id: newId(), organisationId, name, definition: definition(of) },
      ...{ createdBy: keeper.account, creatorLabel: keeper.name },
      ...{ createdAt: tx.now, updatedAt: tx.now },
    };
  };
  const untrained = {
    kind: 'group',
    join: 'none',
    of: [{ kind: 'attended', of: 'training', days: 365 }],
  };
  await insertAll(tx, segments, [
    segment(idOf(root), '一年没参加过培训的快递员', [
      { kind: 'occupation', codes: ['courier'] },
      untrained,
    ]),
    segment(idOf(story.platformUnion), '30 岁以上的会员', [{ kind: 'age', from: 30 }]),
  ]);
}
