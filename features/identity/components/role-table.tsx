import { TextLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import type { HeldRole } from '../queries/roles';
import { roleLabels } from '../rules/role-labels';

/** Everybody who holds a role within reach. */
function RoleTable({ rows, now }: { rows: readonly HeldRole[]; now: Date }) {
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
        { head: '任期到', cell: (row) => (row.endsOn ? formatFullDay(row.endsOn) : '') },
        { head: '授予时间', cell: (row) => formatDateTime(row.grantedAt, now) },
      ]}
    />
  );
}

interface AllRolesProps {
  rows: readonly HeldRole[];
  /** What to skip for the next page; null on the last. */
  more: number | null;
  now: Date;
}

/** 现有角色, page by page. */
export function AllRoles({ rows, more, now }: AllRolesProps) {
  return (
    <Section title="现有角色">
      <RoleTable rows={rows} now={now} />
      {more !== null && <Pagination nextHref={`/desk/roles?skip=${more}`} />}
    </Section>
  );
}
