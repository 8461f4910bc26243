import 'server-only';
import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { sendWeekly } from './commands/send-weekly';
import { personalData } from './personal-data';

/** What this feature does by the clock; the worker's list takes it in. */
export const deskJobs: TaskList = {
  send_weekly: async () => {
    await sendWeekly(makeCtx(system()));
  },
  forget_case_notes: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** At night in China; the week before is told on Monday at nine. */
export const deskCrontab = '25 20 * * * forget_case_notes\n0 1 * * 1 send_weekly\n';
