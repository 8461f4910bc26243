import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionReply, type ActionRow, forOfficers, forOwner } from '../../replies';

/** 江南街道's class: its town, and 女职工部 above it. */
const classOfficers: readonly Actor[] = ['town', 'women'];
const runs = { may: classOfficers };
/** The town's officer is assigned to the class, with a check; 女职工部 is not. */
const looksAfter: Partial<Record<ActionReply, readonly Actor[]>> = {
  may: ['town'],
  forbidden: ['women'],
};
const child = (p: { classSession: string; classBooking: string }) => ({
  sessionId: p.classSession,
  bookingId: p.classBooking,
});

export const childcareRows: Record<string, ActionRow> = {
  'childcare/addClassStaffAction': forOfficers(
    classOfficers,
    'not_found',
    (p) => ({ sessionId: p.classSession, name: '覃小燕', role: 'teacher', phone: '13900009077' }),
    {},
    { mayAlso: ['staff_known'] },
  ),
  'childcare/copyClassAction': forOfficers(classOfficers, 'not_found', (p) => ({
    sessionId: p.classSession,
    fromId: p.classSession,
  })),
  // The town's officer is the one who is checked: then a colleague records it.
  'childcare/recordCheckAction': forOfficers(
    classOfficers,
    'not_found',
    (p) => ({
      staffId: p.classStaff,
      passedOn: '2026-10-20',
      reference: '港南查〔2026〕118',
    }),
    {},
    { mayAlso: ['own_case'] },
  ),
  'childcare/removeClassStaffAction': forOfficers(
    classOfficers,
    'not_found',
    (p) => ({
      staffId: p.nothing,
    }),
    { not_found: classOfficers },
  ),
  'childcare/recordChecklistAction': forOfficers(classOfficers, 'not_found', (p) => ({
    sessionId: p.classSession,
    item: 'fire',
    doneOn: '2026-10-20',
    note: '消防站检查，合格',
  })),
  'childcare/openClassAction': forOfficers(
    classOfficers,
    'not_found',
    (p) => ({ sessionId: p.classSession }),
    {},
    { mayAlso: ['class_open', 'not_ready'] },
  ),
  'childcare/signInChildAction': forOwner(child, looksAfter),
  'childcare/undoSignInAction': forOwner(child, looksAfter),
  'childcare/handOverAction': forOwner(
    (p) => ({ ...child(p), by: 'code', code: '000000' }),
    looksAfter,
  ),
  'childcare/printPickUpSheetAction': forOwner(
    (p) => ({ sessionId: p.classSession, on: '2026-11-23', reason: '今天交接' }),
    runs,
    { mayAlso: ['step_up'] },
  ),
  'childcare/revealHealthAction': forOwner(child, looksAfter),
  'childcare/writeClassNoteAction': forOwner(
    (p) => ({
      sessionId: p.classSession,
      bookingId: '',
      text: '明天带水壶',
      idempotencyKey: randomUUID(),
    }),
    { ...runs, not_found: ['member'] },
  ),
  'childcare/closeClassNoteAction': forOwner(
    (p) => ({ sessionId: p.classSession, noteId: p.nothing }),
    { ...runs, not_found: ['member'] },
  ),
  'childcare/recordIncidentAction': forOwner(
    (p) => ({
      ...child(p),
      on: '2026-11-23',
      time: '16:40',
      what: '手指蹭破皮',
      action: '消毒，贴创可贴',
      told: '',
      corrects: '',
    }),
    runs,
    { mayAlso: ['in_future', 'outside_class'] },
  ),
  'childcare/announceAbsenceAction': forOwner((p) => ({
    bookingId: p.classBooking,
    on: '2026-11-30',
  })),
  'childcare/makePickUpCodeAction': forOwner((p) => ({
    bookingId: p.classBooking,
    bearer: '张伟',
  })),
  'childcare/savePickUpListAction': forOwner((p) => ({
    bookingId: p.classBooking,
    name1: '王秀英',
    relation1: '外婆',
    phone1: '13900009100',
    consent: 'yes',
  })),
};
