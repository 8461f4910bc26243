import { Section } from '@/components/ui/card';
import { Cell, CellList, FactList } from '@/components/ui/cell-list';
import type { MyEntry } from '../queries/my-entry';
import { numberText } from '../rules/list';

const claimWords = { declared: '待核对证明', verified: '已核对', refused: '没有核对上' } as const;

/** 报名号, rank and the way to check it, on the booking itself. */
export function MyEntryFacts({ entry, position }: { entry: MyEntry; position: number | null }) {
  const { entryNo, drawId, status, rank, salt, claims } = entry;
  const stands = [rank && `第 ${rank} 位`, position && `候补第 ${position} 位`].filter(Boolean);
  const facts = [
    { label: '报名号', value: numberText(entryNo) },
    ...(stands.length > 0 ? [{ label: '抽签', value: stands.join('，') }] : []),
    ...claims.map((c) => ({ label: c.label, value: claimWords[c.status] })),
    ...(salt ? [{ label: '我的校验码', value: <code className="font-mono">{salt}</code> }] : []),
  ];
  const drawn = status === 'drawn';
  return (
    <Section title="抽签">
      <FactList facts={facts} />
      <CellList className="mt-3">
        <Cell
          icon="shield"
          title={drawn ? '看抽签结果' : '看怎么抽'}
          sub={drawn ? '可以在手机上重算一遍' : '名单封存后公布校验码'}
          href={`/draws/${drawId}?no=${entryNo}`}
        />
      </CellList>
      {salt && (
        <p className="mt-2 text-secondary text-ink-2">
          名单里您那一行的末尾，由预约号和我的校验码算出，只有您能证明它是您的。
        </p>
      )}
    </Section>
  );
}
