import { permission } from '@/lib/access';

/** Who reads what was deleted when, at the organiser or above it. A certificate holds no answer. */
export const canSeeCertificates = permission({
  name: 'see_purge_certificates',
  label: '查看数据删除记录',
  roles: [
    'union_admin',
    'town_admin',
    'women_officer',
    'economy_officer',
    'organisation_officer',
    'system_admin',
  ],
});
