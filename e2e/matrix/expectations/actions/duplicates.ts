import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** Towns and 组织部 merge records of their own; the pair of the demo lies with the federation. */
const mergers: readonly Actor[] = ['town', 'otherTown', 'district'];
const reason = '电话核实过是同一个';
const sides = { survivor: 'a', name: 'a', document: 'a', phone: 'a', reason };

export const duplicatesRows: Record<string, ActionRow> = {
  // No second factor was given just now: the door is passed, the records stay.
  'duplicates/mergePeopleAction': forOfficers(mergers, 'forbidden', (p) => ({
    ...{ pairId: p.pair, ...sides },
  })),
  'duplicates/mergeEmployersAction': forOfficers(mergers, 'forbidden', (p) => ({
    ...{ pairId: p.employerPair, survivor: 'a', name: 'a', reason },
  })),
  'duplicates/separateRecordsAction': forOfficers(mergers, 'forbidden', (p) => ({
    ...{ mergeId: p.nothing, reason },
  })),
  'duplicates/markDifferentAction': forOfficers(
    ['district'],
    'not_found',
    (p) => ({ pairId: p.pair, reason: '是姐妹两人' }),
    { forbidden: ['viewer', 'women', 'economy', 'system'] },
    { mayAlso: ['answered'] },
  ),
};
