import type { TaskList } from 'graphile-worker';
import { membershipCrontab, membershipJobs } from '@/features/membership/jobs';
import { programmesCrontab, programmesJobs } from '@/features/programmes/jobs';
import { questionsCrontab, questionsJobs } from '@/features/questions/jobs';
import { deliverMessage } from '@/lib/deliver-message';
import { tidyUp } from '@/lib/housekeeping';
import { isUuid } from '@/lib/ids';
import { chooseSms } from '@/lib/sms/choose';

/** The id that a job was queued with; anything else is a bug, and trying again will not help. */
function idOf(payload: unknown): string {
  const id = typeof payload === 'object' && payload && 'id' in payload ? payload.id : null;
  if (typeof id !== 'string' || !isUuid(id)) throw new TypeError('a job without its id');
  return id;
}

/** What the worker process does; each task is named as `add_job` queues it. */
export const jobs: TaskList = {
  deliver_message: async (payload, { job }) => {
    await deliverMessage(idOf(payload), chooseSms(), job.attempts >= job.max_attempts);
  },
  tidy_up: tidyUp,
  ...membershipJobs,
  ...programmesJobs,
  ...questionsJobs,
};

/** Times are UTC: 19:30 is half past three at night in 港南. */
export const crontab = `
30 19 * * * tidy_up
${membershipCrontab}
${programmesCrontab}
${questionsCrontab}`;
