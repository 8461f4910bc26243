import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { remindVisits } from './commands/remind-visits';

/** What this room does by the clock; the worker's list takes it in. */
export const registerJobs: TaskList = {
  remind_visits: async () => {
    await remindVisits(makeCtx(system()));
  },
};

/** 00:10 UTC, ten past eight in the morning in China. */
export const registerCrontab = '10 0 * * * remind_visits\n';
