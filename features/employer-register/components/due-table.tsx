import { TextLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/lib/format';
import type { DueTown } from '../rules/due-towns';
import type { RegisterFilter } from '../schema/entry';
import { registerHref } from './register-href';

const blank: RegisterFilter = { view: 'open', page: 1 };

function Count({ n, href }: { n: number; href: string }) {
  return n > 0 ? <TextLink href={href}>{formatCount(n)}</TextLink> : <>0</>;
}

/** What is due, town by town; each number opens its rows. */
export function DueTable({ rows, bar }: { rows: readonly DueTown[]; bar: number }) {
  const at = ({ placeId }: DueTown, view: RegisterFilter['view']) =>
    registerHref(blank, { view, town: placeId ?? undefined });
  return (
    <DataTable
      caption="各辖区该办的"
      rows={rows}
      keyOf={({ placeId, name }) => placeId ?? name}
      columns={[
        { head: '辖区', cell: ({ name }) => name },
        {
          head: '没建会',
          right: true,
          cell: (row) => <Count n={row.open} href={at(row, 'open')} />,
        },
        {
          head: `没建会、职工满 ${bar} 人`,
          right: true,
          cell: (row) => <Count n={row.large} href={at(row, 'large')} />,
        },
        {
          head: '该走访',
          right: true,
          cell: (row) => <Count n={row.visits} href={at(row, 'due')} />,
        },
        {
          head: '没人负责',
          right: true,
          cell: (row) => <Count n={row.unassigned} href={at(row, 'unassigned')} />,
        },
        {
          head: '任期、证书到期',
          right: true,
          cell: (row) => (
            <Count
              n={row.terms}
              href={row.placeId ? `/desk/terms?town=${row.placeId}` : '/desk/terms'}
            />
          ),
        },
      ]}
      empty={<EmptyState icon="building" title="台账还是空的" />}
    />
  );
}
