import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { enqueue } from '@/lib/jobs/enqueue';

/**
 * Has the running deadlines and offers counted again once the changed table of holidays is committed; asked twice,
 * done once (ADR 0039).
 */
export async function recountDeadlines(tx: Ctx): Promise<void> {
  for (const task of ['recompute_clocks', 'recount_offers']) {
    await enqueue(tx, { task, payload: {}, key: task });
  }
}
