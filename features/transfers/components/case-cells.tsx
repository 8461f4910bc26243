import { Cell, CellList } from '@/components/ui/cell-list';
import { ApplicationTag } from '@/features/applications/components/application-tag';
import type { MyCaseItem } from '@/features/applications/queries/my-cases';
import { formatDay } from '@/lib/dates';
import type { OwnTransfer } from '../queries/my-transfer';
import type { MyTransfer } from '../queries/open-transfer';
import { requestTitles } from '../rules/membership-requests';
import { transferLabels } from '../rules/two-sides';

interface CaseCellsProps {
  /** 转会 by both sides. */
  moves: readonly OwnTransfer[];
  cases: readonly MyCaseItem[];
  transfers: readonly MyTransfer[];
  today: string;
}

function noteOf(item: MyCaseItem, today: string): string {
  if (item.status === 'draft') return '还没有提交，可以接着填';
  if (item.status === 'sent_back') return `${item.number} · 请去补正`;
  const waiting = item.status === 'submitted' || item.status === 'in_review';
  return waiting && item.dueOn
    ? `${item.number} · ${formatDay(item.dueOn, today)}前答复`
    : `${item.number}`;
}

/** The worker's own cases as rows, each to its 进度. */
export function CaseCells({ moves, cases, transfers, today }: CaseCellsProps) {
  return (
    <CellList>
      {moves.map((move) => (
        <Cell
          key={move.id}
          title={`转到${move.to}`}
          sub={`${move.number} · ${transferLabels[move.status]}`}
          href={`/me/transfer/${move.id}`}
        />
      ))}
      {transfers.map((transfer) => {
        const open = transfer.status === 'requested';
        const words = open ? '核对中' : `答复：${transfer.note ?? '请打电话问工会'}`;
        return (
          <Cell
            key={transfer.number}
            title={requestTitles[transfer.kind]}
            sub={`${transfer.number} · ${transfer.unionName}${words}`}
            href={
              open ? (transfer.kind === 'joining' ? '/join/transfer' : '/me/profile') : undefined
            }
          />
        );
      })}
      {cases.map((item) => (
        <Cell
          key={item.id}
          title="加入工会"
          sub={noteOf(item, today)}
          value={<ApplicationTag status={item.status} />}
          href={item.status === 'draft' ? '/join' : `/applications/${item.id}`}
        />
      ))}
    </CellList>
  );
}
