import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { closeCourses } from './commands/close-courses';

/** What this module does by the clock; the worker's list takes it in. */
export const attendanceJobs: TaskList = {
  settle_courses: async () => {
    await closeCourses(makeCtx(system()));
  },
};

/** 20:40 UTC: twenty to five in the morning in China, after the last class of the day. */
export const attendanceCrontab = '40 20 * * * settle_courses\n';
