import type { Actor } from '../actors';
import { desk, type Visit } from '../outcomes';

const trainers: readonly Actor[] = ['union', 'otherUnion', 'town', 'otherTown', 'economy'];
const organisers: readonly Actor[] = [...trainers, 'women'];
const keepers: readonly Actor[] = [...organisers, 'district'];
const plan = () => '/desk/offerings/new/plan?kind=training';

/** Where offerings are made, and the register of their places. */
export const planningPages: Record<string, Visit> = {
  '/desk/venues': desk(keepers, undefined, {}, 'forbidden'),
  '/desk/venues/new': desk(keepers, undefined, {}, 'forbidden'),
  '/desk/venues/[id]': desk(['town', 'economy', 'district', 'women'], (p) => {
    return `/desk/venues/${p.venue}`;
  }),
  '/desk/offerings': desk(organisers, undefined, {}, 'forbidden'),
  '/desk/offerings/new': desk(organisers, undefined, {}, 'forbidden'),
  '/desk/offerings/new/plan': desk(trainers, plan, {}, 'forbidden'),
};
