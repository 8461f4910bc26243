import 'server-only';
import type { TaskList } from 'graphile-worker';
import type { ClockHandlers } from '@/features/clocks/queries/clock-row';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { jobId } from '@/lib/jobs/job-id';
import { decideMany } from './commands/decide-many';
import { recordJoinings } from './commands/record-joinings';
import { applicationAnswer } from './steps/answer-due';

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
};

/** The deadlines that this feature answers for. */
export const reviewClocks: ClockHandlers = { application_answer: applicationAnswer };

/** Times are UTC; a second run finds nothing to do. */
export const reviewCrontab = '20 * * * * record_joinings\n';
