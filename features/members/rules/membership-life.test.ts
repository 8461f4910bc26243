import { describe, expect, it } from 'vitest';
import { membershipChangeReasons, membershipChangeTypes } from '@/db/schema/enums';
import {
  changeTypeRules,
  membershipRights,
  membershipTransitions,
  nationalReasons,
} from './membership-life';
import { wayBack } from './membership-words';

const nationalTypes = ['joined', 'moved_in', 'retained', 'moved_out', 'expelled', 'resigned'];
const national = ['labour_change', 'laid_off', 'unemployed', 'bankrupt', 'own_wish', 'crime'];

describe('会籍变化', () => {
  it.each(membershipChangeTypes)('%s is known to the national record', (type) => {
    expect(nationalTypes).toContain(changeTypeRules[type].national);
  });

  it.each(membershipChangeTypes)('%s goes only where the table of states goes', (type) => {
    const { from, to } = changeTypeRules[type];
    for (const status of from) {
      if (to !== null) expect(membershipTransitions[status]).toContain(to);
    }
  });

  it('uses every step of the table of states', () => {
    const used = Object.values(changeTypeRules).flatMap(({ from, to }) =>
      to === null ? [] : from.map((status) => `${status} ${to}`),
    );
    const listed = Object.entries(membershipTransitions).flatMap(([from, all]) =>
      all.map((to) => `${from} ${to}`),
    );
    expect([...new Set(used)].sort()).toEqual(listed.sort());
  });

  it('gives each reason as one of the six national ones, or as none', () => {
    for (const reason of membershipChangeReasons) {
      expect([...national, null]).toContain(nationalReasons[reason]);
    }
    expect(membershipChangeReasons.slice(0, 6)).toEqual(national);
  });
});

describe('the rights of a status', () => {
  it('lets 保留 and 预备 use services without dues and without a vote', () => {
    for (const status of ['provisional', 'retained'] as const) {
      expect(membershipRights[status]).toEqual({ services: true, vote: false, dues: false });
    }
    expect(membershipRights.left.services).toBe(false);
  });

  it('always names a way back to who is not a regular member', () => {
    expect(wayBack('regular', 'joined')).toBeNull();
    expect(wayBack('retained', 'retained')).toContain('恢复会籍');
    expect(wayBack('left', 'resigned')).toContain('重新申请');
    expect(wayBack('left', 'expelled')).toContain('异议');
  });
});
