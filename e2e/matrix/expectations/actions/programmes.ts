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

export const programmesRows: Record<string, ActionRow> = {
  'programmes/bookPlaceAction': forOneself((p) => ({
    offeringId: p.offering,
    sessionId: p.session,
    who: 'self',
    ...keyed(),
  })),
  'programmes/answerSendBackAction': forOwner(
    (p) => ({ bookingId: p.sentBackBooking, answer: '已补充接送人' }),
    { forbidden: ['town', 'district', 'women', 'economy', 'viewer', 'system'] },
  ),
  'programmes/rescheduleBookingAction': forOwner(
    (p) => ({ bookingId: p.booking, sessionId: p.otherSession, ...keyed() }),
    { forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'] },
  ),
  'programmes/cancelBookingAction': forOwner((p) => ({ bookingId: p.booking }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  'programmes/claimOfferAction': forOwner((p) => ({ bookingId: p.booking, ...keyed() }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  'programmes/keepMovedPlaceAction': forOwner((p) => ({ bookingId: p.booking }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  'programmes/declineOfferAction': forOwner((p) => ({ bookingId: p.booking }), {
    forbidden: ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
  }),
  'programmes/offerPlaceAction': forOfficers(
    classStaff,
    'not_found',
    (p) => ({ ...decide(p), ...keyed(), reason }),
    sees,
  ),
  // 特批 is not the town's: who decides there may not go above capacity.
  'programmes/overridePlaceAction': forOfficers(
    ['women'],
    'not_found',
    (p) => ({ ...decide(p), ...keyed(), reason }),
    { forbidden: ['town', ...sees.forbidden] },
  ),
  'programmes/setCarveOutAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
    carveOutId: '',
    label: '新就业形态',
    capacity: '99999',
    newFormOnly: 'yes',
    returnsAt: '',
  })),
  'programmes/returnCarveOutAction': forOfficers([], 'not_found', (p) => ({
    carveOutId: p.nothing,
  })),
  'programmes/changeWaitlistAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...move(p),
    mode: 'offer',
    offerHours: '',
    nearHours: '',
    nearMinutes: '',
  })),
  'programmes/createOfferingAction': forOfficers(courseStaff, 'forbidden', (p) => ({
    ...form,
    organisationId: p.town,
  })),
  'programmes/changeOfferingAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...form,
    ...move(p),
  })),
  'programmes/changeRulesAction': forOfficers(courseStaff, 'not_found', (p) => ({
    kind: 'training',
    ...move(p),
  })),
  'programmes/saveRuleSetAction': forOfficers(courseStaff, 'not_found', (p, who) => ({
    kind: 'training',
    offeringId: p.offering,
    title: `矩阵测试条件${who.accountId?.slice(-4)}`,
  })),
  'programmes/removeRuleSetAction': forOfficers([], 'not_found', (p) => ({
    offeringId: p.offering,
    setId: p.nothing,
  })),
  'programmes/copyOfferingAction': forOfficers(courseStaff, 'not_found', (p) => ({
    offeringId: p.offering,
    startsOn: '',
    title: '下一期',
  })),
  'programmes/publishOfferingAction': forOfficers(courseStaff, 'not_found', move),
  'programmes/openOfferingAction': forOfficers(courseStaff, 'not_found', move),
  'programmes/closeOfferingAction': forOfficers(courseStaff, 'not_found', move),
  'programmes/finishOfferingAction': forOfficers(courseStaff, 'not_found', move),
  'programmes/cancelOfferingAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...move(p),
    reason,
  })),
  'programmes/addSessionAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...sitting,
    offeringId: p.offering,
  })),
  'programmes/addSlotsAction': forOfficers(['women'], 'not_found', (p) => ({
    ...halves,
    offeringId: p.screening,
  })),
  'programmes/changeSessionAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...sitting,
    sessionId: p.session,
    version: stale,
  })),
  'programmes/markAttendanceAction': forOfficers(
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
  'programmes/revealAttendeeAction': forOfficers(courseStaff, 'not_found', (p) => ({
    bookingId: p.booking,
  })),
  'programmes/revealAttendeesAction': forOfficers(courseStaff, 'not_found', (p) => ({
    offeringId: p.offering,
    bookingIds: p.booking,
  })),
  'programmes/printRollAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ sessionId: p.session, reason }),
    {},
    { mayAlso: ['step_up'] },
  ),
  'programmes/approveBookingAction': forOfficers(classStaff, 'not_found', decide, sees),
  'programmes/refuseBookingAction': forOfficers(
    classStaff,
    'not_found',
    (p) => ({ ...decide(p), note: reason }),
    sees,
  ),
  'programmes/sendBackBookingAction': forOfficers(
    classStaff,
    'not_found',
    (p) => ({ ...decide(p), note: reason }),
    sees,
  ),
  'programmes/undoBookingDecisionAction': forOfficers(classStaff, 'not_found', decide, sees),
  // Row by row: the form is answered, and no row that is not one's own desk's moves.
  'programmes/approveManyBookingsAction': forOfficers(
    classStaff,
    'not_found',
    (p) => ({ rows: `${p.pendingBooking}:${stale}` }),
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
  'programmes/undoManyBookingsAction': forOfficers(
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
  'programmes/markScreenedAction': forOfficers(
    ['hospital'],
    'forbidden',
    (p) => ({
      bookingId: p.booking,
      to: 'attended',
    }),
    {},
    { mayAlso: ['not_found'] },
  ),
  'programmes/cancelSessionAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
    reason,
  })),
  // Any chair may name members of their own union; these are of 江南街道's.
  'programmes/lookThroughListAction': forOfficers(['union', 'town'], 'forbidden', (p) => ({
    offeringId: p.unitOffering,
    sessionId: p.unitSession,
    organisationId: p.union,
    pasted: '张三丰 13899990001',
  })),
  'programmes/handInListAction': forOfficers(['union', 'town'], 'not_found', (p) => ({
    listId: p.unitList,
    ...keyed(),
  })),
  'programmes/correctListLinesAction': forOfficers(['union', 'town'], 'not_found', (p) => ({
    listId: p.unitList,
  })),
  // The list may have been taken back by an earlier row of this table.
  'programmes/remindNamedAction': forOfficers(
    ['union', 'town'],
    'not_found',
    (p) => ({ listId: p.unitList, rowNo: '1' }),
    {},
    { mayAlso: ['not_found'] },
  ),
  'programmes/replaceNamedAction': forOfficers(
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
  'programmes/undoUnitListAction': forOfficers(
    ['union', 'town'],
    'not_found',
    (p) => ({ listId: p.unitList, reason }),
    {},
    { once: true },
  ),
};
