import { type ActionRow, forOfficers, forOwner } from '../../replies';

export const ratingsRows: Record<string, ActionRow> = {
  'ratings/rateCaseAction': forOwner((p) => ({
    entityType: 'booking',
    entityId: p.booking,
    level: '5',
    reasons: '',
    comment: '',
  })),
  // Nobody's rating: for everybody there is no such one.
  'ratings/confirmTaskAction': forOwner((p) => ({ ratingId: p.nothing, solved: 'yes' }), {
    may: [],
  }),
  'ratings/answerTaskAction': forOfficers([], 'not_found', (p) => ({
    ratingId: p.nothing,
    version: '1',
    answer: '矩阵测试：已整改',
  })),
};
