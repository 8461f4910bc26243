'use server';
import { action } from '@/lib/forms/action';
import { archiveSegment, restoreSegment } from './commands/archive-segment';
import { addSegment, changeSegment } from './commands/save-segment';
import { addSegmentInput, archiveSegmentInput, changeSegmentInput } from './schema/segment';
import { segmentWords as words } from './words';

const toSegment =
  (done: string) =>
  ({ segmentId }: { segmentId: string }) =>
    `/desk/segments/${segmentId}?done=${done}`;

export const addSegmentAction = action('addSegment', addSegmentInput, addSegment, {
  as: 'staff',
  receipt: ['segmentId'],
  words,
  redirect: toSegment('added'),
});
export const changeSegmentAction = action('changeSegment', changeSegmentInput, changeSegment, {
  as: 'staff',
  words,
  redirect: toSegment('changed'),
});
export const archiveSegmentAction = action('archiveSegment', archiveSegmentInput, archiveSegment, {
  as: 'staff',
  words,
  redirect: toSegment('archived'),
});
export const restoreSegmentAction = action('restoreSegment', archiveSegmentInput, restoreSegment, {
  as: 'staff',
  words,
  redirect: toSegment('restored'),
});
