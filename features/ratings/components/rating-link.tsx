import { Cell, CellList } from '@/components/ui/cell-list';
import type { MyRating } from '../queries/my-rating';
import { type Level, levelLabels, taskLabels } from '../rules';

/** On the page of a case that is over: rate it, or see one's rating and its answer. */
export function RatingLink({ mine, path }: { mine: MyRating; path: string }) {
  const { rating } = mine;
  if (!rating && mine.refused !== null) return null;
  const task = rating?.task;
  const sub = rating
    ? [
        levelLabels[rating.level as Level],
        task && task.status !== 'withdrawn' && taskLabels[task.status],
      ]
        .filter(Boolean)
        .join('，')
    : '一分钟，评价不满意的，限期整改';
  return (
    <div className="no-print mt-6">
      <CellList>
        <Cell title={rating ? '我的评价' : '评价这次服务'} sub={sub} icon="star" href={path} />
      </CellList>
    </div>
  );
}
