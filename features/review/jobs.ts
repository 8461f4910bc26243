import 'server-only';
import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { jobId } from '@/lib/jobs/job-id';
import { decideMany } from './commands/decide-many';
import { recordJoinings } from './commands/record-joinings';
import { remindAndEscalate } from './commands/remind-and-escalate';

const applicationOf = (payload: unknown): string | undefined => {
  const id =
    typeof payload === 'object' && payload && 'applicationId' in payload && payload.applicationId;
  return typeof id === 'string' ? id : undefined;
};

/** What this feature does by the clock; the worker's list takes it in. */
export const reviewJobs: TaskList = {
  decide_applications: (payload) => decideMany(jobId(payload)),
  record_joinings: async (payload) => {
    await recordJoinings(makeCtx(system()), applicationOf(payload));
  },
  remind_and_escalate: async () => {
    await remindAndEscalate(makeCtx(system()));
  },
};

/** Times are UTC; a second run finds nothing to do. */
export const reviewCrontab = `
5 * * * * remind_and_escalate
20 * * * * record_joinings
`;
