import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** A founding of 江南街道: its town prepares it, 组织部 also answers; who else works for the
 * federation is refused. */
const preparing: readonly Actor[] = ['town', 'district'];
const others = ['viewer', 'women', 'economy', 'system'] as const;
const reader = { forbidden: others } as const;
const answering = { forbidden: ['town', ...others] } as const;
/** No founding has come so far: refused once the door is passed. */
const of = (p: { founding: string }) => ({ foundingId: p.founding, position: '9999' });
/** Text is no picture: past the door it is refused for what it is. */
const notAPicture = { file: 'no picture' };
const paper = { doneOn: '2026-01-05', documentNo: '矩阵工批〔2026〕1号' };

const prepares = (more: (p: { nothing: string }) => Record<string, string>): ActionRow =>
  forOfficers(preparing, 'not_found', (p) => ({ ...of(p), ...more(p) }), reader);
const answers = (more: Record<string, string>): ActionRow =>
  forOfficers(['district'], 'not_found', (p) => ({ ...of(p), ...more }), answering);

export const foundingRows: Record<string, ActionRow> = {
  // The employer is being founded already: past the door that is what it says.
  'founding/beginFoundingAction': forOfficers(
    preparing,
    'not_found',
    (p) => ({
      ...{ employerId: p.foundingFirm, form: 'own_committee', name: '矩阵测试工会' },
      parentId: p.town,
    }),
    { may: [...preparing, 'viewer'] },
  ),
  'founding/beginAffairAction': forOfficers(
    preparing,
    'not_found',
    (p) => ({
      ...{
        organisationId: p.union,
        kind: 'reissue',
        happenedOn: '2999-01-01',
        what: '',
        value: '',
      },
      ...{ reason: '遗失', idempotencyKey: randomUUID() },
    }),
    { forbidden: ['viewer'] },
  ),
  'founding/renewCertificateAction': answers(paper),
  'founding/setContactAction': prepares(() => ({
    ...{ contactName: '', contactPhone: '', preparingGroup: '', purpose: '' },
  })),
  'founding/addFoundingFilesAction': forOfficers(
    preparing,
    'not_found',
    (p) => ({
      ...{ foundingId: p.founding, kind: 'certificate', idempotencyKey: randomUUID() },
      files: notAPicture,
    }),
    reader,
  ),
  'founding/removeFoundingFileAction': forOfficers(
    preparing,
    'not_found',
    (p) => ({ foundingId: p.founding, fileId: p.nothing, reason: '传错了' }),
    reader,
    // There is no such scan, for anyone.
    { mayAlso: ['not_found'] },
  ),
  'founding/addFirmAction': prepares(() => ({ firm: '没有这家' })),
  'founding/removeFirmAction': prepares((p) => ({ employerId: p.nothing })),
  'founding/applyForFoundingAction': prepares(() => paper),
  'founding/approvePreparationAction': answers(paper),
  'founding/countMembersAction': prepares(() => ({ doneOn: paper.doneOn, women: '1' })),
  'founding/nameCandidateAction': prepares(() => ({ name: '某某', post: 'member' })),
  'founding/withdrawCandidateAction': prepares((p) => ({ candidateId: p.nothing, reason: '换人' })),
  'founding/reportCandidatesAction': prepares(() => ({ ...paper, seats: '3' })),
  'founding/convokeAssemblyAction': prepares(() => ({
    ...{ doneOn: paper.doneOn, kind: 'members', due: '30', present: '30' },
    ...{ issued: '30', returned: '30', valid: '30' },
  })),
  'founding/reportResultsAction': prepares(() => paper),
  'founding/establishUnionAction': answers({ ...paper, term: '3' }),
  'founding/registerUnionAction': answers(paper),
  'founding/certifyUnionAction': answers({ ...paper, uscc: '914403001922038216' }),
  'founding/abandonFoundingAction': prepares(() => ({ reason: '不建了' })),
};
