import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** Who has an inbox: what they select and begin is their own. */
const deciders: readonly Actor[] = [
  'union',
  'otherUnion',
  'town',
  'otherTown',
  'district',
  'women',
  'economy',
];
const noRun = () => ({ runId: randomUUID() });
/** Who decides the case, from its union up. */
const reviewers: readonly Actor[] = ['union', 'town', 'district'];
const noInbox = { forbidden: ['viewer', 'system', 'hospital'] as const };
const reason = '请补充材料';
const note = (p: { application: string }) => ({
  idempotencyKey: randomUUID(),
  ref: p.application,
  text: '已电话核实',
});

export const deskRows: Record<string, ActionRow> = {
  'desk/prepareBulkAction': forOfficers(deciders, 'forbidden', (p) => ({ item: p.application })),
  'desk/approveBulkAction': forOfficers(deciders, 'forbidden', noRun),
  'desk/refuseBulkAction': forOfficers(deciders, 'forbidden', () => ({ ...noRun(), note: reason })),
  'desk/sendBackBulkAction': forOfficers(deciders, 'forbidden', () => ({
    ...noRun(),
    note: reason,
    fields: 'name',
  })),
  'desk/stopBulkAction': forOfficers(deciders, 'forbidden', noRun),
  'desk/saveFilterAction': forOfficers(deciders, 'forbidden', () => ({
    name: '超期',
    back: '',
    shareWith: '',
  })),
  'desk/removeFilterAction': forOfficers(
    [],
    'not_found',
    () => ({ filterId: randomUUID() }),
    noInbox,
  ),
  'desk/saveReasonsAction': forOfficers(['district', 'women', 'economy'], 'forbidden', () => ({
    caseKind: 'applications',
    decision: 'refuse',
    text: '',
  })),
  // Its own desk urges nobody: that is for who stands above it.
  'desk/urgeDeskAction': forOfficers(['town', 'district'], 'forbidden', (p) => ({
    organisationId: p.union,
  })),
  'desk/addNoteAction': forOfficers(reviewers, 'not_found', note, noInbox),
  'desk/removeNoteAction': forOfficers(
    [],
    'not_found',
    (p) => ({ ref: p.application, noteId: randomUUID() }),
    noInbox,
  ),
  'desk/assignCaseAction': forOfficers(
    reviewers,
    'not_found',
    (p) => ({ ref: p.application, officerId: randomUUID(), seen: '' }),
    noInbox,
  ),
};
