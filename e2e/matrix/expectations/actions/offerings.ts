import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOneself, forOwner } from '../../replies';

/** 江南街道's course: its town, and 经济技术部 above it. */
const courseStaff: readonly Actor[] = ['town', 'economy'];
/** 江南街道's 托管班: its town, and 女职工部 above it. */
const classStaff: readonly Actor[] = ['town', 'women'];
const stale = '999999';
const reason = '场地临时维修';

const form = {
  kind: 'training',
  title: '矩阵测试课',
  summary: '',
  description: '',
  visibility: 'all',
  cancelHours: '24',
};
const sitting = {
  title: '加开一场',
  place: '江南街道工会会议室',
  startsOn: '2027-05-10',
  endsOn: '',
  startTime: '09:00',
  endTime: '11:00',
  capacity: '20',
  note: '',
};
const halves = {
  place: '港南区妇幼保健院',
  startsOn: '2027-05-10',
  endsOn: '2027-05-12',
  morning: 'yes',
  morningFrom: '08:30',
  morningTo: '11:30',
  afternoonFrom: '14:30',
  afternoonTo: '17:00',
  capacity: '10',
};

/** What books is refused without the page's one-time key. */
const keyed = () => ({ idempotencyKey: randomUUID() });
const move = (p: { offering: string }) => ({ offeringId: p.offering, version: stale });
const decide = (p: { pendingBooking: string }) => ({ bookingId: p.pendingBooking, version: stale });
/** Officers above the booking see that it is there; deciding it is another matter. */
const sees = { forbidden: ['district', 'economy', 'viewer', 'system'] as const };

export const offeringsRows: Record<string, ActionRow> = {
  'enrolment/bookPlaceAction': forOneself((p) => ({
    offeringId: p.offering,
    sessionId: p.session,
    who: 'self',
    ...keyed(),
  })),
  'enrolment/answerSendBackAction': forOwner(
    (p) => ({ bookingId: p.sentBackBooking, answer: '已补充接送人' }),
    { forbidden: ['town', 'district', 'women', 'economy', 'viewer', 'system'] },
  ),
  'enrolment/rescheduleBookingAction': forOwner(
    (p) => ({ bookingId: p.booking, sessionId: p.otherSession, ...keyed() }),
    { forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'] },
  ),
  'enrolment/cancelBookingAction': forOwner((p) => ({ bookingId: p.booking }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  'places/claimOfferAction': forOwner((p) => ({ bookingId: p.booking, ...keyed() }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  'enrolment/keepMovedPlaceAction': forOwner((p) => ({ bookingId: p.booking }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  'places/declineOfferAction': forOwner((p) => ({ bookingId: p.booking }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  'places/offerPlaceAction': forOfficers(
    classStaff,
    'not_found',
    (p) => ({ ...decide(p), ...keyed(), reason }),
    sees,
  ),
  // 特批 is not the town's: who decides there may not go above capacity.
  'places/overridePlaceAction': forOfficers(
    ['women'],
    'not_found',
    (p) => ({ ...decide(p), ...keyed(), reason }),
    { forbidden: ['town', ...sees.forbidden] },
  ),
  'places/setCarveOutAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
    carveOutId: '',
    label: '新就业形态',
    capacity: '99999',
    newFormOnly: 'yes',
    returnsAt: '',
  })),
  'places/returnCarveOutAction': forOfficers([], 'not_found', (p) => ({
    carveOutId: p.nothing,
  })),
  'places/changeWaitlistAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...move(p),
    mode: 'offer',
    offerHours: '',
    nearHours: '',
    nearMinutes: '',
  })),
  'scheduling/createOfferingAction': forOfficers(courseStaff, 'forbidden', (p) => ({
    ...form,
    organisationId: p.town,
  })),
  'scheduling/changeOfferingAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...form,
    ...move(p),
  })),
  'conditions/changeRulesAction': forOfficers(courseStaff, 'not_found', (p) => ({
    kind: 'training',
    ...move(p),
  })),
  'conditions/changeSessionRulesAction': forOfficers(courseStaff, 'not_found', (p) => ({
    kind: 'training',
    sessionId: p.session,
    version: '99',
  })),
  'conditions/saveRuleSetAction': forOfficers(courseStaff, 'not_found', (p, who) => ({
    kind: 'training',
    offeringId: p.offering,
    title: `矩阵测试条件${who.accountId?.slice(-4)}`,
  })),
  'conditions/removeRuleSetAction': forOfficers([], 'not_found', (p) => ({
    offeringId: p.offering,
    setId: p.nothing,
  })),
  'scheduling/copyOfferingAction': forOfficers(courseStaff, 'not_found', (p) => ({
    offeringId: p.offering,
    startsOn: '',
    title: '下一期',
  })),
  'scheduling/publishOfferingAction': forOfficers(courseStaff, 'not_found', move),
  'scheduling/openOfferingAction': forOfficers(courseStaff, 'not_found', move),
  'scheduling/closeOfferingAction': forOfficers(courseStaff, 'not_found', move),
  'scheduling/finishOfferingAction': forOfficers(courseStaff, 'not_found', move),
  'scheduling/cancelOfferingAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...move(p),
    reason,
  })),
  'scheduling/addSessionAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...sitting,
    offeringId: p.offering,
  })),
  'scheduling/addSlotsAction': forOfficers(['women'], 'not_found', (p) => ({
    ...halves,
    offeringId: p.screening,
  })),
  'scheduling/changeSessionAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...sitting,
    sessionId: p.session,
    version: stale,
  })),
  'rolls/markAttendanceAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({
      sessionId: p.session,
      bookingId: p.booking,
      to: 'attended',
    }),
    {},
    { mayAlso: ['not_found'] },
  ),
  'bookings/revealAttendeeAction': forOfficers(courseStaff, 'not_found', (p) => ({
    bookingId: p.booking,
  })),
  'bookings/revealAttendeesAction': forOfficers(courseStaff, 'not_found', (p) => ({
    offeringId: p.offering,
    bookingIds: p.booking,
  })),
  'rolls/printRollAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ sessionId: p.session, reason }),
    {},
    { mayAlso: ['step_up'] },
  ),
  'enrolment/approveBookingAction': forOfficers(classStaff, 'not_found', decide, sees),
  'enrolment/refuseBookingAction': forOfficers(
    classStaff,
    'not_found',
    (p) => ({ ...decide(p), note: reason }),
    sees,
  ),
  'enrolment/sendBackBookingAction': forOfficers(
    classStaff,
    'not_found',
    (p) => ({ ...decide(p), note: reason }),
    sees,
  ),
  'enrolment/undoBookingDecisionAction': forOfficers(classStaff, 'not_found', decide, sees),
  // Row by row: the form is answered, and no row that is not one's own desk's moves.
  'enrolment/undoManyBookingsAction': forOfficers(
    classStaff,
    'not_found',
    (p) => ({ decisionIds: `${p.pendingBooking}:${stale}` }),
    {
      ok: [
        'union',
        'otherUnion',
        'otherTown',
        'district',
        'economy',
        'viewer',
        'system',
        'hospital',
      ],
    },
  ),
  // Its own list of the day is the hospital's alone; this booking is not on it.
  'screening/markScreenedAction': forOfficers(
    ['hospital'],
    'forbidden',
    (p) => ({
      bookingId: p.booking,
      to: 'attended',
    }),
    {},
    { mayAlso: ['not_found'] },
  ),
  'scheduling/cancelSessionAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
    reason,
  })),
  // Any chair may name members of their own union; these are of 江南街道's.
  'unit-lists/lookThroughListAction': forOfficers(['union', 'town'], 'forbidden', (p) => ({
    offeringId: p.unitOffering,
    sessionId: p.unitSession,
    organisationId: p.union,
    pasted: '张三丰 13899990001',
  })),
  'unit-lists/handInListAction': forOfficers(['union', 'town'], 'not_found', (p) => ({
    listId: p.unitList,
    ...keyed(),
  })),
  'unit-lists/correctListLinesAction': forOfficers(['union', 'town'], 'not_found', (p) => ({
    listId: p.unitList,
  })),
  // The list may have been taken back by an earlier row of this table.
  'unit-lists/remindNamedAction': forOfficers(
    ['union', 'town'],
    'not_found',
    (p) => ({ listId: p.unitList, rowNo: '1' }),
    {},
    { mayAlso: ['not_found'] },
  ),
  'unit-lists/remindAllNamedAction': forOfficers(['union', 'town'], 'not_found', (p) => ({
    listId: p.unitList,
  })),
  'unit-lists/replaceNamedAction': forOfficers(
    ['union', 'town'],
    'not_found',
    (p) => ({
      listId: p.unitList,
      rowNo: '1',
      version: stale,
      name: '张三丰',
      phone: '13899990001',
      reason,
    }),
    {},
    { mayAlso: ['not_found'] },
  ),
  'unit-lists/undoUnitListAction': forOfficers(
    ['union', 'town'],
    'not_found',
    (p) => ({ listId: p.unitList, reason }),
    {},
    { once: true },
  ),
};
