import { venues } from '@/db/schema/venues';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { serial } from './serial';

/** An open place of the register. */
export async function aVenue(
  tx: Ctx,
  given: Partial<typeof venues.$inferInsert> & { organisationId: string },
): Promise<typeof venues.$inferSelect> {
  const n = serial();
  const [made] = await tx.db
    .insert(venues)
    .values({ id: newId(), name: `测试会场${n}`, address: `测试路${n}号`, ...given })
    .returning();
  if (!made) throw new Error('no venue made');
  return made;
}
