'use server';
import { action } from '@/lib/forms/action';
import { addAttachment } from './commands/add-attachment';
import { addPhotos } from './commands/add-photos';
import { removeFile } from './commands/remove-file';
import { setCover } from './commands/set-cover';
import { writeClosing } from './commands/write-closing';
import { writeClosingInput } from './schema/closing';
import { addAttachmentInput, addPhotosInput, removeFileInput, setCoverInput } from './schema/files';
import { publicityWords as words } from './words';

const publicity = ({ offeringId }: { offeringId: string }) =>
  `/desk/offerings/${offeringId}/publicity`;
const closing = ({ offeringId }: { offeringId: string }) => `/desk/offerings/${offeringId}/closing`;

const staff = { as: 'staff', words } as const;
// Sent twice, a file would stand there twice.
const once = { ...staff, receipt: ['offeringId'], keyed: true } as const;

export const setCoverAction = action('setCover', setCoverInput, setCover, {
  ...once,
  redirect: (made) => `${publicity(made)}?done=cover`,
});
export const addAttachmentAction = action('addAttachment', addAttachmentInput, addAttachment, {
  ...once,
  redirect: (made) => `${publicity(made)}?done=attachment`,
});
export const addPhotosAction = action('addPhotos', addPhotosInput, addPhotos, {
  ...once,
  redirect: (made) => `${closing(made)}?done=photos`,
});
export const removeFileAction = action('removeFile', removeFileInput, removeFile, {
  ...staff,
  redirect: (made) => `${made.purpose === 'photo' ? closing(made) : publicity(made)}?done=removed`,
});
export const writeClosingAction = action('writeClosing', writeClosingInput, writeClosing, {
  ...staff,
  redirect: (made) => `${closing(made)}?done=${made.published ? 'published' : 'saved'}`,
});
