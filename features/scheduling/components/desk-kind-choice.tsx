import { Cell, CellList } from '@/components/ui/cell-list';
import { type Kind, offeringKindLabels } from '@/features/offerings/schema/offering';

const about: Record<Kind, string> = {
  training: '课程、课时、承办机构、证书',
  childcare: '期次、年级、用餐、接送人、健康提示',
  screening: '医院、半天时段、来之前要知道的',
};

/** First step of a new offering: which kind; only those the officer manages. */
export function KindChoice({ kinds }: { kinds: readonly Kind[] }) {
  return (
    <div className="max-w-form">
      <CellList>
        {kinds.map((kind) => (
          <Cell
            key={kind}
            href={`/desk/offerings/new?kind=${kind}`}
            title={offeringKindLabels[kind]}
            sub={about[kind]}
          />
        ))}
      </CellList>
    </div>
  );
}
