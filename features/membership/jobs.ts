import 'server-only';
import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { recordJoinings } from './commands/record-joinings';
import { remindAndEscalate } from './commands/remind-and-escalate';
import { personalData } from './personal-data';

const applicationOf = (payload: unknown): string | undefined => {
  const id =
    typeof payload === 'object' && payload && 'applicationId' in payload && payload.applicationId;
  return typeof id === 'string' ? id : undefined;
};

/** What the worker process does for membership; `features/lifecycle/jobs.ts` registers it. */
export const membershipJobs: TaskList = {
  record_joinings: async (payload) => {
    await recordJoinings(makeCtx(system()), applicationOf(payload));
  },
  remind_and_escalate: async () => {
    await remindAndEscalate(makeCtx(system()));
  },
  clear_old_drafts: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** Times are UTC; a second run finds nothing to do. */
export const membershipCrontab = `
5 * * * * remind_and_escalate
20 * * * * record_joinings
40 19 * * * clear_old_drafts
`;
