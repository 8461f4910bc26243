import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { CallCell } from '@/features/organisations/components/call';

/** 关于: the agreements, and where to ask. */
export function AboutCells() {
  return (
    <Section title="关于">
      <CellList>
        <Cell title="用户协议" href="/terms" />
        <Cell title="隐私政策" href="/privacy" />
        <Cell title="无障碍说明" href="/accessibility" />
        <CallCell title="工会服务热线" />
      </CellList>
    </Section>
  );
}
