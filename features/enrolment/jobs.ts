import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { jobId } from '@/lib/jobs/job-id';
import { endMoveQuestions } from './commands/answer-move';
import { decideManyBookings } from './commands/decide-many-bookings';
import { remindTomorrow } from './commands/remind-tomorrow';

/** What this feature does by the clock; the worker's list takes it in. */
export const enrolmentJobs: TaskList = {
  decide_bookings: (payload) => decideManyBookings(jobId(payload)),
  end_move_questions: async () => {
    await endMoveQuestions(makeCtx(system()));
  },
  remind_tomorrow: async () => {
    await remindTomorrow(makeCtx(system()));
  },
};

/** Tomorrow is announced at half past five in the evening, before the quiet hours. */
export const enrolmentCrontab = '* * * * * end_move_questions\n30 9 * * * remind_tomorrow\n';
