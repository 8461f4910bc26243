import { randomUUID } from 'node:crypto';
import { type ActionRow, forOfficers, forOwner } from '../../replies';

const text = '{服务}：{时间}，请准时到。';

export const announcementRows: Record<string, ActionRow> = {
  'announcements/draftAnnouncementAction': forOfficers(['town', 'economy'], 'not_found', (p) => ({
    offeringId: p.offering,
    sessionId: '',
    audience: 'joined',
    text,
    bySms: 'yes',
  })),
  // The town's officer is assigned to the class, with a check; 女职工部 writes from the desk.
  'announcements/draftClassMessageAction': forOwner(
    (p) => ({ sessionId: p.classSession, text, bySms: 'yes' }),
    { may: ['town'], forbidden: ['women'], not_found: ['member'] },
  ),
  // Nobody has written it: it is nobody's to send or to take back.
  'announcements/sendAnnouncementAction': forOwner(
    (p) => ({
      announcementId: p.nothing,
      seen: '0123456789abcdef',
      from: 'desk',
      idempotencyKey: randomUUID(),
    }),
    { may: [], not_found: ['member'] },
  ),
  'announcements/withdrawAnnouncementAction': forOwner(
    (p) => ({ announcementId: p.nothing, from: 'desk' }),
    { may: [], not_found: ['member'] },
  ),
};
