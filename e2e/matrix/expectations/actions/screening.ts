import { type ActionRow, forOfficers, forOneself, forOwner } from '../../replies';

export const screeningRows: Record<string, ActionRow> = {
  'screening/setHospitalAction': forOfficers(['women'], 'not_found', (p) => ({
    offeringId: p.screening,
    place: '没有这个地点',
    hospitalId: '',
  })),
  'screening/findAtHospitalAction': forOfficers(['hospital'], 'forbidden', () => ({
    typed: '0000',
  })),
  // Nobody's half-day: of no hospital.
  'screening/markAbsenteesAction': forOfficers([], 'forbidden', (p) => ({ sessionId: p.nothing }), {
    not_found: ['hospital'],
  }),
  // The interval bars none of them, so they read that they need not ask.
  'screening/askReturnAction': forOneself((p) => ({
    offeringId: p.screening,
    returnConsent: 'yes',
  })),
  // Nobody has asked: for everybody there is nothing to take back or to answer.
  'screening/withdrawReturnAction': forOwner((p) => ({ offeringId: p.screening }), {
    may: [],
    not_found: ['member'],
  }),
  'screening/decideReturnAction': forOfficers([], 'not_found', (p) => ({
    returnId: p.nothing,
    version: '1',
    to: 'verified',
    answer: '',
  })),
};
