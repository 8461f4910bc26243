import 'server-only';
import { listDeskOfficers } from '@/features/review/queries/desk-officers';
import { asSystem, type Ctx } from '@/lib/ctx';
import { notifyEach } from '@/lib/messaging/outbox';
import { within } from '@/lib/transaction';
import { transferToDeskNotice } from '../messages';
import type { RequestKind } from '../rules/membership-requests';

/**
 * Tells the officers of a union's desk of a request, each once: one that nobody hears of would wait
 * for ever.
 */
export async function tellDesk(
  tx: Ctx,
  request: { id: string; number: string; kind: RequestKind },
  unionId: string,
): Promise<void> {
  const notice = transferToDeskNotice(request);
  const officers = await within(tx, asSystem(tx), (systemTx) =>
    listDeskOfficers(systemTx, unionId),
  );
  await notifyEach(tx, officers, notice);
}
