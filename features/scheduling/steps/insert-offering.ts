import 'server-only';
import { offerings } from '@/db/schema/offerings';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';

type Content = Omit<typeof offerings.$inferInsert, 'id'> & { id?: string };

/** Writes a draft, new or a copy. A new one asks before it gives; older ones go on promoting (domain.md §3.5). */
export async function insertOffering(tx: Ctx, content: Content): Promise<string> {
  const id = content.id ?? newId();
  await tx.db.insert(offerings).values({
    allocationTerms: allocationTerms.parse({ waitlist: {} }),
    createdBy: accountOf(tx.actor),
    ...content,
    id,
  });
  return id;
}
