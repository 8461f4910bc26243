import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { identityCorrections } from '@/db/schema/corrections';
import type { Ctx } from '@/lib/ctx';

/** 资料更正 that a closed union has not decided lies with the one that goes on. As the system. */
export async function passCorrections(systemTx: Ctx, fromId: string, toId: string): Promise<void> {
  await systemTx.db
    .update(identityCorrections)
    .set({ organisationId: toId })
    .where(
      and(
        eq(identityCorrections.organisationId, fromId),
        inArray(identityCorrections.status, ['draft', 'waiting']),
      ),
    );
}
