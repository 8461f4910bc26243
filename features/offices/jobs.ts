import 'server-only';
import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { remindEndings } from './commands/remind-endings';

/** What this room does by the clock; the worker's list takes it in. */
export const officesJobs: TaskList = {
  remind_endings: async () => {
    await remindEndings(makeCtx(system()));
  },
};

/** 00:20 UTC, twenty past eight in the morning in China. */
export const officesCrontab = '20 0 * * * remind_endings\n';
