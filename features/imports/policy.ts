import { permission } from '@/lib/access';

/** Take in a workbook of the unions at the node and below, write it, and take it back. */
export const canImport = permission({
  name: 'import_books',
  label: '导入名册',
  roles: ['union_admin', 'town_admin', 'organisation_officer'],
});
