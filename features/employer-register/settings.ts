import { numberSetting } from '@/lib/settings';

/** 职工 from which an employer counts as one that should have a union; the notice of the place decides. */
export const registerBar = numberSetting({
  key: 'register_bar_staff',
  label: '职工满多少人算“应建会”（覆盖率的分母）',
  fallback: 25,
  min: 1,
  max: 1000,
});

export const clusterSize = numberSetting({
  key: 'register_cluster_members',
  label: '网上会员之家里同一单位满多少名会员，提示以入会促建会',
  fallback: 10,
  min: 2,
  max: 200,
});

export const visitPhotosMost = numberSetting({
  key: 'register_visit_photos',
  label: '一次走访最多几张照片',
  fallback: 3,
  min: 0,
  max: 6,
});
