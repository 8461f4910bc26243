import type { TaskList } from 'graphile-worker';
import type { ClockHandlers } from '@/features/clocks/queries/clock-row';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { personalData } from './personal-data';
import { bookingAnswer } from './steps/move-answer';

/** What this feature does by the clock; the worker's list takes it in. */
export const bookingsJobs: TaskList = {
  forget_booking_answers: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** The deadlines that this feature answers for. */
export const bookingsClocks: ClockHandlers = { booking_answer: bookingAnswer };

/** 20:10 UTC: after the last class of the day, ten past four at night in China. */
export const bookingsCrontab = '10 20 * * * forget_booking_answers\n';
