import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** Each merges what lies within their unions; what was merged before is refused by its own rule. */
const far: readonly Actor[] = ['town', 'otherTown'];
const reason = '电话核实过是同一个';
const sides = { survivor: 'a', name: 'a', document: 'a', phone: 'a', reason };

export const duplicatesRows: Record<string, ActionRow> = {
  // Something of it is still being decided: refused by its own rule once the door is passed.
  'duplicates/mergePeopleAction': forOfficers(
    ['town', 'district'],
    'forbidden',
    (p) => ({ pairId: p.pair, ...sides }),
    { not_found: ['otherTown'] },
  ),
  'duplicates/mergeEmployersAction': forOfficers(
    ['town', 'district'],
    'forbidden',
    (p) => ({ pairId: p.mergedFirms, survivor: 'a', name: 'a', reason }),
    { not_found: ['otherTown'] },
  ),
  'duplicates/separateRecordsAction': forOfficers(
    ['district'],
    'forbidden',
    (p) => ({ mergeId: p.merge, reason }),
    { not_found: far },
  ),
  // Nobody has these numbers: every desk that may merge reads so.
  'duplicates/pairRecordsAction': forOfficers(
    ['town', 'otherTown', 'district'],
    'forbidden',
    () => ({
      ...{ kind: 'person', first: '没有这个号', second: '也没有这个号' },
    }),
  ),
  'duplicates/markDifferentAction': forOfficers(
    ['district'],
    'not_found',
    (p) => ({ pairId: p.mergedPair, reason: '是姐妹两人' }),
    { forbidden: ['viewer', 'women', 'economy', 'system'] },
  ),
};
