import 'server-only';
import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { endTerms } from './commands/end-terms';
import { personalData } from './personal-data';

/** What the worker process does for accounts; `features/lifecycle/jobs.ts` registers it. */
export const identityJobs: TaskList = {
  end_terms: async () => {
    await endTerms(makeCtx(system()));
  },
  empty_old_notices: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** Times are UTC: ten to four at night in China; two minutes past midnight there, also where that was missed. */
export const identityCrontab = '50 19 * * * empty_old_notices\n2 16 * * * end_terms ?fill=1d\n';
