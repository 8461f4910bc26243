import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** Each merges what lies within their unions; the pair of people lies with the federation, the employers with the town. */
const far: readonly Actor[] = ['town', 'otherTown'];
const reason = '电话核实过是同一个';
const sides = { survivor: 'a', name: 'a', document: 'a', phone: 'a', reason };

export const duplicatesRows: Record<string, ActionRow> = {
  // Something of it is still being decided: refused by its own rule once the door is passed.
  'duplicates/mergePeopleAction': forOfficers(
    ['district'],
    'forbidden',
    (p) => ({ pairId: p.pair, ...sides }),
    { not_found: far },
  ),
  'duplicates/mergeEmployersAction': forOfficers(
    ['town', 'district'],
    'forbidden',
    (p) => ({ pairId: p.employerPair, survivor: p.employerSide, name: p.employerSide, reason }),
    { not_found: ['otherTown'] },
    { mayAlso: ['answered'], once: true },
  ),
  'duplicates/separateRecordsAction': forOfficers(
    ['district'],
    'forbidden',
    (p) => ({ mergeId: p.merge, reason }),
    { not_found: far },
    { mayAlso: ['undone'] },
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
    (p) => ({ pairId: p.pair, reason: '是姐妹两人' }),
    { forbidden: ['viewer', 'women', 'economy', 'system'] },
    { mayAlso: ['answered'] },
  ),
};
