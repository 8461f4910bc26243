import { numberSetting } from '@/lib/settings';

export const photosMost = numberSetting({
  key: 'publicity_photos_most',
  label: '一项服务最多几张现场照片',
  fallback: 12,
  min: 1,
  max: 40,
});

export const attachmentsMost = numberSetting({
  key: 'publicity_attachments_most',
  label: '一项服务最多几个附件',
  fallback: 5,
  min: 1,
  max: 20,
});
