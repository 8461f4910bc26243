import { Panel } from '@/components/ui/card';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Tag } from '@/components/ui/tag';
import type { WhoRated } from '../queries/who-rated';

interface WhoRatedPanelProps {
  found: WhoRated;
  page: number;
  /** The address of a page of the list. */
  href: (page: number) => string;
}

/** Who of those who came has rated: whether, never how. */
export function WhoRatedPanel({ found, page, href }: WhoRatedPanelProps) {
  const { attended, rated, summary, minimum, people, pages } = found;
  return (
    <Panel title="谁评价了" note={`${attended} 人到场，${rated} 人评价`}>
      <p className="mb-3 text-ink-2">
        {summary
          ? `平均 ${summary.average} 分（满分 5 分），好评率 ${summary.goodPercent}%。`
          : `满 ${minimum} 人评价才显示平均分。`}
        谁打几分看不到；评价不满意的在“差评整改”里答复。
      </p>
      {people ? (
        <DataTable
          caption="谁评价了"
          columns={[
            { head: '姓名', cell: (p) => <b>{p.attendee}</b>, className: 'whitespace-nowrap' },
            { head: '预约号', cell: (p) => p.number },
            { head: '场次', cell: (p) => p.session },
            {
              head: '评价',
              cell: (p) => (p.rated ? <Tag tone="success">已评价</Tag> : <Tag>还没评价</Tag>),
            },
          ]}
          rows={people}
          keyOf={(p) => p.id}
          empty={<EmptyState title="还没有人到场">签到后，到场的人会列在这里。</EmptyState>}
          foot={
            pages > 1 && (
              <Pagination
                summary={`第 ${page} / ${pages} 页`}
                previousHref={page > 1 ? href(page - 1) : null}
                nextHref={page < pages ? href(page + 1) : null}
              />
            )
          }
        />
      ) : (
        <p>健康检查只数人数，不列是谁。</p>
      )}
    </Panel>
  );
}
