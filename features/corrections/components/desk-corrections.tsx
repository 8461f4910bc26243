import { CaseTable } from '@/components/ui/case-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDateTime } from '@/lib/dates';
import type { CorrectionLine } from '../queries/desk-corrections';
import { fieldWords } from '../rules/identity';
import { correctionLabels } from '../rules/status';

interface TableProps {
  caption: string;
  lines: readonly CorrectionLine[];
  now: Date;
}

/** Corrections of the desk: whose, masked, of what, since when. */
export function CorrectionTable({ caption, lines, now }: TableProps) {
  return (
    <CaseTable
      caption={caption}
      heads={{ title: '谁', about: '更正什么', since: '提交' }}
      lines={lines.map((line) => ({
        id: line.id,
        href: `/desk/corrections?case=${line.id}`,
        title: line.isChild ? `${line.masked}（孩子）` : line.masked,
        sub: `${line.number}，手机尾号 ${line.phoneTail}`,
        about: fieldWords(line.fields),
        waiting: line.status === 'waiting',
        status:
          line.origin === 'counter' && line.status === 'corrected'
            ? '当面更正'
            : correctionLabels[line.status],
        since: formatDateTime(line.sentAt, now),
      }))}
      empty={
        <EmptyState icon="inbox" title="没有等待核对的更正">
          会员或监护人申请更正姓名、证件号码、出生日期，会列在这里。
        </EmptyState>
      }
    />
  );
}
