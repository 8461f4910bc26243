import type { ColumnChange } from '@/db/schema/duplicates';

const words: Readonly<Record<string, string>> = {
  'people.name': '姓名',
  'people.id_index': '证件',
  'people.union_id': '所在工会',
  'people.merged_into': '被并入的记录',
  'accounts.phone_index': '手机号',
  'accounts.disabled_at': '账号停用',
  'accounts.display_name': '称呼',
  'memberships.ended_on': '会籍',
  'memberships.previous_id': '会籍的来处',
  'membership_applications.status': '申请草稿',
  'employers.name': '单位资料',
  'register_entries.origin': '企业台账',
};

/** What an officer calls the columns of a change. */
export function changeWord({ table, before, after }: ColumnChange): string {
  const columns = Object.keys(before ?? after ?? {});
  const known = columns.map((column) => words[`${table}.${column}`]).find((word) => word);
  return known ?? (table === 'register_entries' ? '企业台账' : '资料');
}
