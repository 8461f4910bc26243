import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';

/** The way to 我的登记表 from the member's own facts. */
export function RecordCell({ filled }: { filled: number }) {
  return (
    <Section title="登记表">
      <CellList>
        <Cell
          title="我的登记表"
          sub="选填：学历、技术等级、户籍等"
          value={filled > 0 ? `已填 ${filled} 项` : undefined}
          href="/me/record"
        />
      </CellList>
    </Section>
  );
}
