import { TextLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/dates';
import type { HeldRole } from '../queries/roles';
import { roleLabels } from '../rules/role-labels';

/** Everybody who holds a role within reach. */
export function RoleTable({ rows, now }: { rows: readonly HeldRole[]; now: Date }) {
  return (
    <DataTable
      caption="现有角色"
      rows={rows}
      keyOf={(row) => row.grantId}
      empty={<EmptyState icon="shield" title="还没有人有角色" />}
      columns={[
        {
          head: '姓名',
          cell: (row) => (
            <>
              <TextLink href={`/desk/roles?account=${row.accountId}`}>{row.displayName}</TextLink>{' '}
              {row.disabled && <Tag tone="error">已停用</Tag>}
            </>
          ),
        },
        { head: '手机尾号', cell: (row) => row.phoneTail || '已换机主' },
        { head: '角色', cell: (row) => roleLabels[row.role] },
        { head: '组织', cell: (row) => row.organisationName },
        { head: '授予时间', cell: (row) => formatDateTime(row.grantedAt, now) },
      ]}
    />
  );
}
