import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { AppLink } from '@/components/ui/app-link';
import { Section } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { placeName } from '@/features/organisations/rules/place-name';
import { formatDay } from '@/lib/dates';
import { formatCount, formatPercent } from '@/lib/format';
import { urgeDeskAction } from '../actions';
import type { LateDesk } from '../queries/overdue';
import type { TownWeek, WeekFigures, Weekly } from '../queries/weekly';
import { matterWords } from '../rules/overdue';

const number = (head: string, of: (row: TownWeek) => number): Column<TownWeek> => ({
  head,
  right: true,
  cell: (row) => formatCount(of(row)),
});

const listOf = (town: TownWeek, more: Record<string, string>) =>
  `/desk?${new URLSearchParams({ kind: 'membership', ...(town.town_id && { town: town.town_id }), ...more })}`;

/** What belongs to no town has no filter of its own to open. */
const linked = (n: number, { town_id }: TownWeek, href: string) =>
  n > 0 && town_id ? (
    <AppLink href={href} className="link">
      {formatCount(n)}
    </AppLink>
  ) : (
    formatCount(n)
  );

function townColumns({ week }: Weekly): Column<TownWeek>[] {
  const done = { view: 'done', ...week };
  return [
    { head: '镇、街道', cell: (row) => (row.town ? placeName(row.town) : '区直和行业') },
    number('收到', (row) => row.arrived),
    {
      head: '办结',
      right: true,
      cell: (row) => linked(row.decided, row, listOf(row, done)),
    },
    {
      head: '按期',
      right: true,
      cell: (row) => formatPercent(row.in_time / row.decided),
    },
    { head: '现在在办', right: true, cell: (row) => linked(row.waiting, row, listOf(row, {})) },
    {
      head: '现在超期',
      right: true,
      cell: (row) => linked(row.overdue, row, listOf(row, { overdue: '1' })),
    },
  ];
}

const lateColumns = ({ today, week }: Weekly): Column<LateDesk>[] => [
  { head: '工会', cell: (row) => row.name },
  { head: '在办', right: true, cell: (row) => formatCount(row.waiting) },
  { head: '超期', right: true, cell: (row) => <b>{formatCount(row.overdue)}</b> },
  { head: '其中', cell: (row) => matterWords(row.counts) },
  { head: '最早到期', cell: (row) => formatDay(row.oldestOn, today) },
  {
    head: '催办',
    cell: (row) =>
      row.urgedOn === today ? (
        '今天已催'
      ) : (
        <InlineForm
          action={urgeDeskAction}
          fields={{ organisationId: row.id, week: week.from }}
          className="no-print"
        >
          <SubmitButton variant="secondary" small block={false} pendingText="催办中…">
            {row.urgedOn ? `再催（上次 ${formatDay(row.urgedOn, today)}）` : '催办'}
          </SubmitButton>
        </InlineForm>
      ),
  },
];

const sum = (towns: readonly WeekFigures[], of: (row: WeekFigures) => number) =>
  formatCount(towns.reduce((total, row) => total + of(row), 0));

/** A week by town, and the desks that are late with a way to urge them. */
export function WeeklyView({ weekly }: { weekly: Weekly }) {
  const { towns, late } = weekly;
  return (
    <>
      <DataTable
        caption="各镇、街道入会办理情况"
        compared
        columns={townColumns(weekly)}
        rows={towns}
        keyOf={(row) => row.town_id ?? 'none'}
        empty={<EmptyState title="这一周没有入会申请">换一周看看。</EmptyState>}
        foot={`合计：收到 ${sum(towns, (t) => t.arrived)}，办结 ${sum(towns, (t) => t.decided)}，在办 ${sum(towns, (t) => t.waiting)}，超期 ${sum(towns, (t) => t.overdue)}`}
      />
      <p className="mt-2 text-meta text-ink-3">
        收到、办结按这一周；在办、超期是现在的。办结含不予通过；按期指在答复期限内办结。
      </p>
      <Section title="超期的下级工会">
        <DataTable
          caption="超期的下级工会"
          columns={lateColumns(weekly)}
          rows={late}
          keyOf={(row) => row.id}
          empty={<EmptyState title="没有超期的">下级工会都在期限内。</EmptyState>}
        />
        <p className="mt-2 text-meta text-ink-3">
          入会申请、报名、转会等登记、资料更正都算。登记和更正没有写期限的，按入会申请的办理时限算。
        </p>
      </Section>
    </>
  );
}
