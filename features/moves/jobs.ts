import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { endMoveRequests } from './commands/end-move-requests';

/** What this feature does by the clock; the worker's list takes it in. */
export const movesJobs: TaskList = {
  end_move_requests: async () => {
    await endMoveRequests(makeCtx(system()));
  },
};

/** Every minute, as the other questions about a place. */
export const movesCrontab = '* * * * * end_move_requests\n';
