import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** The platform's union, and those above it. */
const keepers: readonly Actor[] = ['union', 'town', 'district'];
const elsewhere: readonly Actor[] = ['otherUnion', 'otherTown'];
const stale = '999999';
const definition = JSON.stringify({
  v: 1,
  root: { kind: 'group', join: 'all', of: [{ kind: 'age', from: 30 }] },
});

export const segmentRows: Record<string, ActionRow> = {
  'segments/addSegmentAction': forOfficers(
    keepers,
    'forbidden',
    (p, who) => ({
      organisationId: p.union,
      name: `矩阵${who.accountId?.slice(-6)}`,
      definition,
    }),
    { not_found: elsewhere },
  ),
  'segments/changeSegmentAction': forOfficers(
    keepers,
    'forbidden',
    (p) => ({ segmentId: p.segment, version: stale, name: '矩阵人群', definition }),
    { not_found: elsewhere },
  ),
  'announcements/draftSegmentMessageAction': forOfficers(
    keepers,
    'forbidden',
    (p) => ({ segmentId: p.segment, organisationId: p.union, text: '请登录看看', bySms: 'yes' }),
    { not_found: elsewhere },
  ),
  'segments/archiveSegmentAction': forOfficers(
    keepers,
    'forbidden',
    (p) => ({ segmentId: p.segment, version: stale }),
    { not_found: elsewhere },
  ),
  'segments/restoreSegmentAction': forOfficers(
    keepers,
    'forbidden',
    (p) => ({ segmentId: p.segment, version: stale }),
    { not_found: elsewhere },
  ),
};
