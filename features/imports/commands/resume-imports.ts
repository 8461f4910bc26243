import 'server-only';
import { sql } from 'drizzle-orm';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { enqueue } from '@/lib/jobs/enqueue';
import { transaction } from '@/lib/transaction';

const tasks = {
  checking: 'check_import',
  writing: 'write_import',
  taking_back: 'take_back_import',
} as const;

/**
 * Queues again what no worker has gone on with for a minute: the job of a worker that was killed stays locked for
 * hours. Two at once do no harm: each part is taken by one.
 * @open the system itself, on its clock
 * @unaudited it goes on with what somebody began
 * @returns how many imports were queued
 */
export async function resumeImports(): Promise<number> {
  return transaction(makeCtx(system()), async (tx) => {
    const idle = await tx.db.execute<{ id: string; status: keyof typeof tasks }>(sql`
      select id, status from imports where status in ('checking', 'writing', 'taking_back')
        and worked_at < now() - interval '1 minute' order by worked_at`);
    for (const { id, status } of idle)
      await enqueue(tx, { task: tasks[status], payload: { id }, key: `import:${id}` });
    return idle.length;
  });
}
