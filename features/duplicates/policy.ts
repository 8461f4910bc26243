import { permission } from '@/lib/access';

/** Look at records that may be one, say that they are two, merge them and undo it. */
export const canMergeRecords = permission({
  name: 'merge_records',
  label: '核对、合并重复的会员和单位',
  roles: ['town_admin', 'organisation_officer'],
});
