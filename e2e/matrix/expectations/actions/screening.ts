import { type ActionRow, forOfficers } from '../../replies';

export const screeningRows: Record<string, ActionRow> = {
  'screening/setHospitalAction': forOfficers(['women'], 'not_found', (p) => ({
    offeringId: p.screening,
    place: '没有这个地点',
    hospitalId: '',
  })),
};
