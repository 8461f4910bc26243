import { permission } from '@/lib/access';

/** Read the sensitive answers of a member's 登记表 one by one, print it, and put 民族 right with the document seen. */
export const canKeepRecords = permission({
  name: 'keep_member_records',
  label: '查看、打印、更正会员登记表',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});
