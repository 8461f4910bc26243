import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatFullDay, todayOn } from '@/lib/dates';
import type { listResponsible } from '../queries/responsible';
import { roleLabels } from '../rules/role-labels';

type Line = Awaited<ReturnType<typeof listResponsible>>[number];

/** 谁能管这里: roles held at this organisation or above it. */
export function ResponsibleTable({ lines, here }: { lines: readonly Line[]; here: string }) {
  return (
    <DataTable
      caption="谁能管这里"
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        { head: '姓名', cell: (line) => <b className="font-semibold">{line.name}</b> },
        { head: '角色', cell: (line) => roleLabels[line.role] },
        {
          head: '管到哪里',
          cell: (line) =>
            line.organisationId === here ? '本级及以下' : `${line.organisation}及以下`,
        },
        { head: '授予日期', cell: (line) => formatFullDay(todayOn(line.grantedAt)) },
      ]}
      empty={<EmptyState icon="users" title="还没有人负责这里" />}
      foot={<span>角色对本级和下级有效</span>}
    />
  );
}
