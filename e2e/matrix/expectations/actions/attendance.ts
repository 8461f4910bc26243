import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOneself } from '../../replies';

/** 江南街道's course: its town, and 经济技术部 above it. */
const courseStaff: readonly Actor[] = ['town', 'economy'];

export const attendanceRows: Record<string, ActionRow> = {
  'attendance/markRollAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
    on: '2026-11-24',
    to: 'present',
  })),
  'attendance/markGridAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
    mark: `${p.booking}|2026-11-24|none|present`,
  })),
  'attendance/checkInOneAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
    code: 'YY26-0101-000001',
  })),
  // A ticket that nobody signed is refused to everyone alike.
  'attendance/checkInMyselfAction': forOneself((p) => ({
    ticket: 'made-up',
    bookingId: p.booking,
  })),
};
