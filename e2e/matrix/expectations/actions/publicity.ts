import { randomUUID } from 'node:crypto';
import type { Actor } from '../../actors';
import { type ActionRow, forOfficers } from '../../replies';

/** 江南街道's course: its town, and 经济技术部 above it. */
const courseStaff: readonly Actor[] = ['town', 'economy'];
/** Text is no picture: past the door it is refused for what it is, so that the demo stays as it is. */
const pastTheDoor = { mayAlso: ['invalid'] } as const;
const notAPicture = { file: 'no picture' };
const of = ({ offering }: { offering: string }) => ({ offeringId: offering });
/** A file sent twice would stand there twice. */
const once = (p: { offering: string }) => ({ ...of(p), idempotencyKey: randomUUID() });

export const publicityRows: Record<string, ActionRow> = {
  'publicity/setCoverAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ ...once(p), picture: notAPicture, coverWords: '学员在接线' }),
    {},
    pastTheDoor,
  ),
  'publicity/addAttachmentAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ ...once(p), file: notAPicture, fileWords: '培训通知' }),
    {},
    pastTheDoor,
  ),
  'publicity/addPhotosAction': forOfficers(
    courseStaff,
    'not_found',
    (p) => ({ ...once(p), photos: notAPicture, photoWords: '练习急停', agreed: 'yes' }),
    {},
    pastTheDoor,
  ),
  // There is no such file, for anyone.
  'publicity/removeFileAction': forOfficers([], 'not_found', (p) => ({ fileId: p.nothing })),
  // The course is not over: past the door there is nothing to close.
  'publicity/writeClosingAction': forOfficers(courseStaff, 'not_found', (p) => ({
    ...of(p),
    version: '0',
    closingWords: '办了两场，学员练习了急停和绕桩。',
    to: 'stored',
  })),
};
