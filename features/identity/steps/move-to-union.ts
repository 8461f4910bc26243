import 'server-only';
import { sql } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';

/** Whose union another one is from now on, as their 会籍 says. As the system. */
export async function moveToUnion(
  systemTx: Ctx,
  personIds: readonly string[],
  unionId: string,
): Promise<void> {
  await systemTx.db
    .update(people)
    .set({ unionId, updatedAt: systemTx.now })
    .where(sql`${people.id} = any (${`{${personIds.join(',')}}`}::uuid[])`);
}
