import { actors } from '../../actors';
import { type ActionRow, forOneself, forOwner } from '../../replies';
import { aResidentId } from './resident-id';

/** A family is private: no officer, however high, finds a child. */
export const familyRows: Record<string, ActionRow> = {
  'family/addChildAction': forOneself(() => ({
    name: '陈小满',
    idNumber: aResidentId('45080320190101123'),
    schoolEntryYear: '2025',
    relation: 'father',
    consent: 'yes',
  })),
  'family/changeChildAction': forOwner((p) => ({
    childId: p.child,
    version: '999999',
    schoolEntryYear: '2024',
  })),
  'family/inviteGuardianAction': forOwner((p) => ({ childId: p.child, phone: '13900000097' })),
  'family/confirmGuardianAction': forOneself(
    (p) => ({ invitationId: p.invitation, relation: 'mother', consent: 'yes' }),
    { invitation_over: actors.filter((actor) => actor !== 'anonymous' && actor !== 'other') },
  ),
  'family/endInvitationAction': forOwner((p) => ({ invitationId: p.invitation })),
  'family/removeChildAction': forOwner((p) => ({ childId: p.child })),
};
