import type { Actor } from '../../actors';
import { type ActionRow, forOfficers, forOneself, forOwner } from '../../replies';

/** The desk of the union, of its town above and of the district above that. */
const deciders: readonly Actor[] = ['union', 'town', 'district'];
/** They hold a role above the union, so its rows are there for them; deciding is not. */
const above = { forbidden: ['women', 'economy', 'viewer', 'system'] as const };

export const correctionsRows: Record<string, ActionRow> = {
  // As it stands: there is nothing to put right, or nothing on record at all.
  'corrections/prepareCorrectionAction': forOneself(() => ({ who: 'self', name: '陈一帆' })),
  'corrections/sendCorrectionAction': forOwner((p) => ({ correctionId: p.ownCorrection })),
  'corrections/withdrawCorrectionAction': forOwner((p) => ({ correctionId: p.ownCorrection })),
  'corrections/refuseCorrectionAction': forOfficers(
    deciders,
    'not_found',
    (p) => ({ correctionId: p.correction, note: '照片看不清' }),
    above,
  ),
  'corrections/applyCorrectionAction': forOfficers(
    deciders,
    'not_found',
    (p) => ({ correctionId: p.correction }),
    above,
  ),
  // As it stands, at the counter of the member's own union and above; another counter does not reach them.
  'corrections/correctAtCounterAction': forOfficers(
    deciders,
    'forbidden',
    (p) => ({
      ...{ personId: p.member, name: p.memberName },
      ...{ proof: 'id_card', reason: '打错字', present: 'yes' },
    }),
    { not_found: ['otherUnion', 'otherTown'] },
  ),
};
