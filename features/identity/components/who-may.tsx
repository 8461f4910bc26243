import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import type { Permission } from '@/lib/access';
import type { listResponsible } from '../queries/responsible';
import { roleLabels } from '../rules/role-labels';

type Line = Awaited<ReturnType<typeof listResponsible>>[number];

interface WhoMayProps {
  permissions: readonly Permission[];
  people: readonly Line[];
  here: string;
}

/** Whom a permission gives the right to here, nearest first: each person once, with the role it comes by. */
export function whoMay({ roles }: Pick<Permission, 'roles'>, people: readonly Line[]): Line[] {
  const holding = people.filter((line) => (roles as readonly string[]).includes(line.role));
  return holding.filter((line, at) => holding.findIndex((one) => one.name === line.name) === at);
}

/** 谁可以做什么: every right, and who has it at this organisation, by name. */
export function WhoMay({ permissions, people, here }: WhoMayProps) {
  return (
    <DataTable
      caption="谁可以做什么"
      rows={permissions}
      keyOf={(one) => one.permission}
      columns={[
        { head: '可以做的事', cell: (one) => one.label, className: 'min-w-[12em]' },
        {
          head: '谁可以',
          cell: (one) => {
            const holders = whoMay(one, people);
            if (holders.length === 0) return <Tag>没有人</Tag>;
            return (
              <ul>
                {holders.map((line) => (
                  <li key={line.id}>
                    <b className="font-semibold">{line.name}</b>{' '}
                    <span className="text-ink-2">
                      {roleLabels[line.role]}
                      {line.organisationId !== here && `，${line.organisation}`}
                    </span>
                  </li>
                ))}
              </ul>
            );
          },
        },
      ]}
      foot={<span>角色对本级和下级有效；本人和家人的事谁都不办（回避）</span>}
    />
  );
}
