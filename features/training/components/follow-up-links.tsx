import { Cell, CellList } from '@/components/ui/cell-list';
import { type FollowUpAnswer, followUpLabels, followUpPath } from '../rules/follow-up';

interface FollowUpLinksProps {
  asked: readonly {
    readonly id: string;
    readonly months: number;
    readonly answer: FollowUpAnswer | null;
  }[];
}

/** On the page of a booking: what one was asked months later, and what one said. */
export function FollowUpLinks({ asked }: FollowUpLinksProps) {
  if (asked.length === 0) return null;
  return (
    <div className="no-print mt-6">
      <CellList>
        {asked.map(({ id, months, answer }) => (
          <Cell
            key={id}
            icon="flag"
            title={`${months} 个月后的回访`}
            sub={answer ? `您答的是：${followUpLabels[answer]}` : '选一项，半分钟'}
            href={followUpPath(id)}
          />
        ))}
      </CellList>
    </div>
  );
}
