import { AppLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { formatDateTime, formatDay, todayOn } from '@/lib/dates';
import type { TaskLine } from '../queries/desk-ratings';
import { isTaskOverdue, type Level, levelLabels, reasonLabels, taskLabels } from '../rules';

function State({ line, now }: { line: TaskLine; now: Date }) {
  const today = todayOn(now);
  const late = isTaskOverdue(line, today);
  return (
    <span className="flex flex-wrap gap-1">
      <Tag tone={line.status === 'open' ? 'warning' : 'success'}>{taskLabels[line.status]}</Tag>
      {late && <Tag tone="error">超期</Tag>}
      {line.escalatedAt && line.status === 'open' && <Tag tone="outline">已报上级</Tag>}
    </span>
  );
}

interface TaskTableProps {
  caption: string;
  lines: readonly TaskLine[];
  now: Date;
}

/** 差评: what it was about, why, until when. Who said it does not stand here. */
export function TaskTable({ caption, lines, now }: TaskTableProps) {
  const columns: Column<TaskLine>[] = [
    {
      head: '事项',
      cell: (l) => (
        <>
          <AppLink href={`/desk/ratings?case=${l.ratingId}`} className="link font-semibold">
            {levelLabels[l.level as Level]}：{l.title}
          </AppLink>
          <p className="text-meta text-ink-3 sm:hidden">{formatDay(l.dueOn, todayOn(now))}前答复</p>
          <p className="text-meta text-ink-3">
            {[l.caseNumber, ...l.reasons.map((r) => reasonLabels[r] ?? r)]
              .filter(Boolean)
              .join('，')}
          </p>
        </>
      ),
    },
    { head: '状态', cell: (l) => <State line={l} now={now} />, className: 'whitespace-nowrap' },
    {
      head: '答复期限',
      cell: (l) => formatDay(l.dueOn, todayOn(now)),
      className: 'whitespace-nowrap max-sm:hidden',
    },
    {
      head: '评价时间',
      cell: (l) => formatDateTime(l.createdAt, now),
      className: 'whitespace-nowrap max-sm:hidden',
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={lines}
      keyOf={(l) => l.ratingId}
      empty={<EmptyState title="没有待整改的差评">有人评“不满意”，会列在这里。</EmptyState>}
    />
  );
}
