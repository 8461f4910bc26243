import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { clockKinds } from '../rules/side-clocks';
import { endSideClock } from './side-clock';

/** A transfer that is over keeps no deadline. */
export async function endAllClocks(systemTx: Ctx, transferId: string): Promise<void> {
  for (const kind of clockKinds) await endSideClock(systemTx, transferId, kind, 'withdrawn');
}
