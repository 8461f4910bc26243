import { z } from 'zod';
import { announcementAudiences } from '@/db/schema/enums';
import { recordId, ticked } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { cleanText } from '@/lib/text';
import { ANNOUNCEMENT_LENGTH } from '../rules/fields';

const text = cleanText({
  max: ANNOUNCEMENT_LENGTH,
  required: '请写要说的话',
  multiline: true,
});

/** A message to people of an offering, before it is looked at. */
export const draftAnnouncementInput = z.strictObject({
  offeringId: recordId,
  /** Empty: all sessions that are not over. */
  sessionId: z
    .union([z.uuid('请重选场次'), z.literal('')])
    .optional()
    .transform((id) => id || null),
  audience: z.enum(announcementAudiences, { error: '请选发给谁' }),
  text,
  bySms: ticked,
});
export type DraftAnnouncementInput = z.output<typeof draftAnnouncementInput>;

/** A teacher's message to the guardians of the class. */
export const draftClassMessageInput = z.strictObject({ sessionId: recordId, text, bySms: ticked });
export type DraftClassMessageInput = z.output<typeof draftClassMessageInput>;

/** A message to the members of a 人群, written from an organisation of the officer. */
export const draftSegmentMessageInput = z.strictObject({
  segmentId: recordId,
  organisationId: recordId,
  text,
  bySms: ticked,
});
export type DraftSegmentMessageInput = z.output<typeof draftSegmentMessageInput>;

/** Where the form stands, which is where its answer is read. */
const from = z.enum(['desk', 'class'], { error: '请刷新后重试' });

/** `seen` is whom the preview showed. */
export const sendAnnouncementInput = z.strictObject({
  announcementId: recordId,
  seen: z.string().regex(/^[0-9a-f]{16}$/, '请刷新后重试'),
  from,
});
export type SendAnnouncementInput = z.output<typeof sendAnnouncementInput>;

export const withdrawAnnouncementInput = z.strictObject({ announcementId: recordId, from });
export type WithdrawAnnouncementInput = z.output<typeof withdrawAnnouncementInput>;

const wish = <T extends z.ZodType>(type: T) => z.preprocess(one, type.optional().catch(undefined));

/** What the address of a new message carries: whom, and the text to begin with. */
export const newMessageQuery = z.object({
  to: wish(z.enum(announcementAudiences)),
  session: wish(z.uuid()),
  use: wish(z.string().regex(/^[a-z]{1,20}$/)),
  like: wish(z.uuid()),
});

/** What the address of a message carries: which of its people, and which page of them. */
export const messageQuery = z.object({
  only: wish(z.enum(['unread', 'undelivered'])),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(1000).catch(1)),
  done: wish(z.enum(['sent', 'withdrawn'])),
});
export type MessageQuery = z.output<typeof messageQuery>;
