import { TextLink } from '@/components/ui/app-link';
import { Chips } from '@/components/ui/chips';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { formatDay } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { FoundingPage } from '../queries/foundings';
import { formLabels } from '../rules/form';
import { kindNames, stepName, wayOf } from '../rules/kinds';

const path = '/desk/foundings';
const address = (over: boolean, page: number) => {
  const query = new URLSearchParams({
    ...(over && { state: 'over' }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `${path}?${query}` : path;
};

interface TableProps {
  page: FoundingPage;
  over: boolean;
  today: string;
}

/** Foundings under way, or over. */
export function FoundingTable({ page, over, today }: TableProps) {
  const { rows, total, page: at, pages } = page;
  return (
    <>
      <div className="mb-4">
        <Chips
          label="看哪些"
          chips={[
            { label: '在办', href: address(false, 1), current: !over },
            { label: '办完或终止', href: address(true, 1), current: over },
          ]}
        />
      </div>
      <DataTable
        caption="建会和变更"
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            head: '工会',
            cell: ({ id, name }) => <TextLink href={`${path}/${id}`}>{name}</TextLink>,
          },
          {
            head: '办什么',
            cell: ({ kind, form }) =>
              kind === 'founding' ? `建会，${formLabels[form]}` : kindNames[kind],
          },
          {
            head: '单位',
            right: true,
            cell: ({ firms }) => (firms > 0 ? `${firms} 家` : ''),
          },
          { head: '上级', cell: ({ parent }) => parent },
          {
            head: '到哪一步',
            cell: ({ kind, step }) =>
              step === 'abandoned'
                ? stepName(kind, step)
                : `${stepName(kind, step)}（${wayOf(kind).indexOf(step) + 1}/${wayOf(kind).length}）`,
          },
          { head: '日期', cell: ({ lastOn }) => formatDay(lastOn, today) },
        ]}
        empty={
          <EmptyState icon="flag" title={over ? '还没有办完的' : '没有在办的'}>
            建会在企业台账里打开一家企业开始；换届、变更、注销、补证在工会的“任期和任职”里开始。
          </EmptyState>
        }
        foot={
          pages > 1 && (
            <Pagination
              summary={`第 ${at} 页，共 ${pages} 页，${formatCount(total)} 个`}
              previousHref={at > 1 ? address(over, at - 1) : null}
              nextHref={at < pages ? address(over, at + 1) : null}
            />
          )
        }
      />
    </>
  );
}
