import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOneself } from '../../replies';

const courseStaff: readonly Actor[] = ['town', 'economy'];
/** 江南街道's drawn class: its town, and 女职工部 above it. */
const classStaff: readonly Actor[] = ['town', 'women'];
const hash = 'a'.repeat(64);

/** Every step of a draw is its organiser's; whoever doubts a result may ask. */
export const drawRows: Record<string, ActionRow> = {
  'draws/changeAllocationAction': forOfficers(courseStaff, 'not_found', (p) => ({
    offeringId: p.offering,
    version: '999999',
    allocation: 'first_come',
  })),
  'draws/freezeDrawAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
  })),
  'draws/commitWitnessAction': forOfficers(courseStaff, 'not_found', (p) => ({
    sessionId: p.session,
    position: '1',
    name: '见证人',
    commitment: hash,
  })),
  'draws/publishSeedAction': forOfficers(classStaff, 'not_found', (p) => ({
    drawId: p.draw,
    issue: '2026153',
    digits: '407',
    again: '407',
  })),
  'draws/revealWitnessAction': forOfficers(classStaff, 'not_found', (p) => ({
    drawId: p.draw,
    position: '1',
    secret: '一句没有人知道的口令',
  })),
  'draws/runDrawAction': forOfficers(classStaff, 'not_found', (p) => ({ drawId: p.draw })),
  'draws/decideClaimAction': forOfficers(classStaff, 'not_found', (p) => ({
    bookingId: p.pendingBooking,
    tierKey: 'hardship',
    verdict: 'verified',
  })),
  'draws/answerObjectionAction': forOfficers([], 'not_found', (p) => ({
    objectionId: p.nothing,
    answer: '已核对，结果无误',
  })),
  'draws/fileObjectionAction': forOneself((p) => ({ drawId: p.draw, text: '请说明顺序' })),
};
