import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { followCalendar } from './commands/follow-calendar';

/** What this feature does by the clock; the worker's list takes it in. */
export const schedulingJobs: TaskList = {
  follow_calendar: async () => {
    await followCalendar(makeCtx(system()));
  },
};

/** 20:30 UTC, half past four at night in China: what leaves holidays out follows the calendar. */
export const schedulingCrontab = '30 20 * * * follow_calendar\n';
