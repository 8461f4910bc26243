import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { jobId } from '@/lib/jobs/job-id';
import { lapseOffer, lapseOffers } from './commands/lapse-offer';
import { reallocateIdlePlaces } from './commands/reallocate-idle-places';
import { recountOffers } from './commands/recount-offers';
import { returnDueCarveOuts } from './commands/return-carve-out';

/** What this feature does by the clock; the worker's list takes it in. */
export const placesJobs: TaskList = {
  lapse_offer: async (payload) => {
    await lapseOffer(makeCtx(system()), { bookingId: jobId(payload) });
  },
  recount_offers: async () => {
    await recountOffers(makeCtx(system()));
  },
  tend_places: async () => {
    const ctx = makeCtx(system());
    await lapseOffers(ctx);
    await returnDueCarveOuts(ctx);
    await reallocateIdlePlaces(ctx);
  },
};

/** Every minute, as the net under the exact job of each offer. */
export const placesCrontab = '* * * * * tend_places\n';
