'use server';
import { action } from '@/lib/forms/action';
import { draftAnnouncement } from './commands/draft-announcement';
import { draftClassMessage } from './commands/draft-class-message';
import { draftSegmentMessage } from './commands/draft-segment-message';
import { sendAnnouncement } from './commands/send-announcement';
import { withdrawAnnouncement } from './commands/withdraw-announcement';
import {
  draftAnnouncementInput,
  draftClassMessageInput,
  draftSegmentMessageInput,
  sendAnnouncementInput,
  withdrawAnnouncementInput,
} from './schema/announcement';
import { announcementWords as words } from './words';

interface Place {
  announcementId: string;
  offeringId: string | null;
  sessionId: string | null;
  segmentId: string | null;
}

/** Where a message is read: on the desk of its offering or 人群, or in the class of its teacher. */
const pageOf = (
  { announcementId, offeringId, sessionId, segmentId }: Place,
  from: 'desk' | 'class',
) =>
  segmentId
    ? `/desk/segments/${segmentId}/messages/${announcementId}`
    : from === 'class'
      ? `/class/${sessionId}/messages/${announcementId}`
      : `/desk/offerings/${offeringId}/messages/${announcementId}`;

export const draftAnnouncementAction = action(
  'draftAnnouncement',
  draftAnnouncementInput,
  draftAnnouncement,
  {
    as: 'staff',
    receipt: ['announcementId', 'offeringId'],
    words,
    redirect: (value) => pageOf({ ...value, sessionId: null, segmentId: null }, 'desk'),
  },
);
export const draftClassMessageAction = action(
  'draftClassMessage',
  draftClassMessageInput,
  draftClassMessage,
  {
    as: 'member',
    receipt: ['announcementId', 'sessionId'],
    words,
    redirect: (value) => pageOf({ ...value, offeringId: null, segmentId: null }, 'class'),
  },
);
export const draftSegmentMessageAction = action(
  'draftSegmentMessage',
  draftSegmentMessageInput,
  draftSegmentMessage,
  {
    as: 'staff',
    receipt: ['announcementId', 'segmentId'],
    words,
    redirect: (value) => pageOf({ ...value, offeringId: null, sessionId: null }, 'desk'),
  },
);
export const sendAnnouncementAction = action(
  'sendAnnouncement',
  sendAnnouncementInput,
  sendAnnouncement,
  {
    as: 'member',
    receipt: ['announcementId', 'offeringId', 'sessionId', 'segmentId', 'people'],
    keyed: true,
    words,
    redirect: (value, { from }) => `${pageOf(value, from)}?done=sent`,
  },
);
export const withdrawAnnouncementAction = action(
  'withdrawAnnouncement',
  withdrawAnnouncementInput,
  withdrawAnnouncement,
  {
    as: 'member',
    words,
    redirect: (value, { from }) => `${pageOf(value, from)}?done=withdrawn`,
  },
);
