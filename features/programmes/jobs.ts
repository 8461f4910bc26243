import type { TaskList } from 'graphile-worker';
import { warnAllAbsent } from '@/features/rolls/commands/warn-absent';
import { followCalendar } from '@/features/scheduling/commands/follow-calendar';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';

/** What this module does by the clock; the worker's list takes it in. */
export const programmesJobs: TaskList = {
  follow_calendar: async () => {
    await followCalendar(makeCtx(system()));
  },
  warn_absent: async () => {
    await warnAllAbsent(makeCtx(system()));
  },
};

/** Times are UTC; what runs every minute is the net under an exact job. */
export const programmesCrontab = '30 20 * * * follow_calendar\n*/10 * * * * warn_absent\n';
