import { CaseTable } from '@/components/ui/case-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDateTime } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { listBulkRuns } from '../queries/bulk-run';
import { bulkDecisionLabels, bulkKindLabels, bulkStatusLabels } from '../rules/bulk';

type Props = Awaited<ReturnType<typeof listBulkRuns>>;

/** The officer’s own bulk decisions of the last days, with what became of them. */
export function BulkRuns({ runs, now }: Props) {
  return (
    <CaseTable
      caption="最近的批量办理"
      heads={{ title: '办理', about: '结果', since: '开始' }}
      lines={runs.map((run) => ({
        id: run.id,
        href: `/desk/bulk/${run.id}`,
        title: `${run.decision ? bulkDecisionLabels[run.decision] : ''} ${bulkKindLabels[run.kind]} ${formatCount(run.total)} 件`,
        sub: run.reason ?? '',
        about: `办成 ${formatCount(run.counts.done)}，没有办 ${formatCount(run.counts.left)}`,
        waiting: run.status === 'running',
        status: bulkStatusLabels[run.status],
        since: run.startedAt ? formatDateTime(run.startedAt, now) : '',
      }))}
      empty={<EmptyState title="还没有批量办过">勾选几件，再点“批量办理…”。</EmptyState>}
    />
  );
}
