import { CaseTable } from '@/components/ui/case-table';
import { EmptyState } from '@/components/ui/empty-state';
import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { offeringKindLabels } from '@/features/offerings/schema/offering';
import { formatDateTime } from '@/lib/dates';
import type { AppealLine } from '../queries/desk-appeals';
import { excuseLabels } from '../rules';

interface AppealTableProps {
  caption: string;
  lines: readonly AppealLine[];
  now: Date;
}

/** Appeals of one's own offerings: who (masked), what was missed, since when it waits. */
export function AppealTable({ caption, lines, now }: AppealTableProps) {
  return (
    <CaseTable
      caption={caption}
      heads={{ title: '谁，哪一场', since: '提交' }}
      lines={lines.map((l) => ({
        id: l.bookingId,
        href: `/desk/appeals?case=${l.bookingId}`,
        title: `${l.attendee} ${l.title}`,
        sub: `${offeringKindLabels[l.kind]}，${sessionWhen(timedOf(l), now)}，${l.number}`,
        waiting: l.status === 'waiting',
        status: excuseLabels[l.status],
        since: formatDateTime(l.createdAt, now),
      }))}
      empty={<EmptyState title="没有待答复的申诉">有人对爽约提出申诉，会列在这里。</EmptyState>}
    />
  );
}
