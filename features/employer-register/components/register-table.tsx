import { TextLink } from '@/components/ui/app-link';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { placeName } from '@/features/organisations/rules/place-name';
import { formatMonth } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { RegisterPage, RegisterRow } from '../queries/entries';
import { evidenceLabels, originLabels, sourceLabels } from '../rules/labels';
import { registerLabels } from '../rules/status';
import type { RegisterFilter } from '../schema/entry';
import { NextVisit } from './next-visit';
import { registerHref, registerPath } from './register-href';

const quiet = 'block text-secondary text-ink-2';

function Staff({ row }: { row: RegisterRow }) {
  if (row.staffCount === null) return <span className="text-ink-3">没核实</span>;
  return (
    <>
      {formatCount(row.staffCount)}
      {row.staffCountedOn && row.staffEvidence && (
        <span className={quiet}>
          {formatMonth(row.staffCountedOn)} {evidenceLabels[row.staffEvidence]}
        </span>
      )}
    </>
  );
}

interface TableProps {
  page: RegisterPage;
  filter: RegisterFilter;
  today: string;
  mayKeep: boolean;
}

/** 企业台账: where it came from, how many work there, where it stands, when to come again. */
export function RegisterTable({ page, filter, today, mayKeep }: TableProps) {
  const { rows, total, page: at, pages } = page;
  const asked = Boolean(
    filter.q ||
      filter.town ||
      filter.status ||
      filter.origin ||
      filter.source ||
      filter.view !== 'open',
  );
  return (
    <DataTable
      caption="企业台账"
      rows={rows}
      keyOf={(row) => row.id}
      columns={[
        {
          head: '企业',
          cell: (row) => (
            <>
              <TextLink href={`${registerPath}/${row.id}`}>{row.name}</TextLink>
              <span className={quiet}>
                {row.townKind === 'town_federation' ? placeName(row.town) : '区直'} ·{' '}
                {row.responsible ?? '没人负责'}
              </span>
            </>
          ),
        },
        {
          head: '台账、来源',
          cell: (row) => (
            <>
              {originLabels[row.origin]}
              <span className={quiet}>{sourceLabels[row.source]}</span>
            </>
          ),
        },
        { head: '职工', right: true, cell: (row) => <Staff row={row} /> },
        {
          head: '进展',
          cell: (row) => (
            <>
              {registerLabels[row.status]}
              {row.statusReason && row.status !== 'founded' && (
                <span className={quiet}>{row.statusReason}</span>
              )}
            </>
          ),
        },
        {
          head: '下次走访',
          cell: (row) =>
            row.status === 'founded' || row.status === 'ended' ? (
              ''
            ) : (
              <NextVisit on={row.nextVisitOn} today={today} />
            ),
        },
      ]}
      empty={
        asked ? (
          <EmptyState icon="building" title="没有符合条件的企业" />
        ) : (
          <EmptyState
            icon="building"
            title="台账里还没有企业"
            action={
              mayKeep && (
                <LinkButton variant="secondary" href={`${registerPath}/new`}>
                  登记企业
                </LinkButton>
              )
            }
          >
            发现一家、登记一家、组建一家。
          </EmptyState>
        )
      }
      foot={
        <Pagination
          summary={`第 ${at} 页，共 ${pages} 页，${formatCount(total)} 家`}
          previousHref={at > 1 ? registerHref(filter, { page: at - 1 }) : null}
          nextHref={at < pages ? registerHref(filter, { page: at + 1 }) : null}
        />
      }
    />
  );
}
