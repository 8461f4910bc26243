import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** 江南街道's register: its town, and 组织部 above it; who else works for the federation is refused. */
const keepers: readonly Actor[] = ['town', 'district'];
const reader = { forbidden: ['viewer', 'women', 'economy', 'system'] } as const;
const stale = '999999';
/** Long past the demo: refused by its own rule once the door is passed. */
const never = '2999-01-01';
const of = (p: { entry: string }) => ({ employerId: p.entry, version: stale });
const visit = { visitedOn: never, met: 'head', result: 'explained', nextVisitOn: '' };

export const registerRows: Record<string, ActionRow> = {
  'employer-register/enterEmployerAction': forOfficers(keepers, 'forbidden', (p) => ({
    ...{ name: '矩阵测试公司', uscc: '', townId: p.town, industry: '', address: '' },
    ...{ source: 'patrol', origin: 'found', enteredOn: never },
    ...{ staffCount: '', staffCountedOn: '', staffEvidence: '' },
    ...{ responsibleId: '', nextVisitOn: '' },
  })),
  'employer-register/setStatusAction': forOfficers(
    keepers,
    'not_found',
    (p) => ({ ...of(p), status: 'surveyed', reason: '' }),
    reader,
  ),
  'employer-register/countStaffAction': forOfficers(
    keepers,
    'not_found',
    (p) => ({ ...of(p), staffCount: '30', staffCountedOn: never, staffEvidence: 'roster' }),
    reader,
  ),
  'employer-register/assignEntryAction': forOfficers(
    keepers,
    'not_found',
    (p) => ({ ...of(p), responsibleId: '', nextVisitOn: '' }),
    reader,
  ),
  'employer-register/listEntryAction': forOfficers(
    keepers,
    'not_found',
    (p) => ({ ...of(p), listedOn: never }),
    reader,
  ),
  'employer-register/recordVisitAction': forOfficers(
    keepers,
    'not_found',
    (p) => ({ ...visit, employerId: p.entry, idempotencyKey: randomUUID() }),
    reader,
  ),
  'employer-register/correctVisitAction': forOfficers(
    keepers,
    'not_found',
    (p) => ({
      ...{ ...visit, employerId: p.entry, visitId: p.nothing, correctionReason: '日期写错' },
      idempotencyKey: randomUUID(),
    }),
    reader,
  ),
  // Nobody has gathered under this name.
  'employer-register/takeClusterAction': forOfficers(keepers, 'forbidden', (p) => ({
    ...{ homeId: p.home, employerId: '', employerName: '没有这家' },
  })),
  'employer-register/dismissClusterAction': forOfficers(keepers, 'forbidden', (p) => ({
    ...{ homeId: p.home, employerId: '', employerName: '没有这家', reason: '不是同一家' },
  })),
};
