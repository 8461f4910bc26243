import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOwner } from '../../replies';

/** 江南街道's course: its town, and 经济技术部 above it. */
const courseStaff: readonly Actor[] = ['town', 'economy'];
const reason = '矩阵测试：临时加班，已打电话';

export const absencesRows: Record<string, ActionRow> = {
  'absences/appealAbsenceAction': forOwner((p) => ({ bookingId: p.booking, reason }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  // Nothing was appealed against: for everybody there is no such case.
  'absences/decideAppealAction': forOfficers(
    [],
    'not_found',
    (p) => ({ bookingId: p.booking, version: '1', to: 'accepted', answer: '' }),
    {},
  ),
  'absences/excuseAbsenceAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ bookingId: p.booking, to: 'excused', cause: 'asked' }),
    { forbidden: ['union', 'district', 'women', 'viewer', 'system'] },
  ),
};
