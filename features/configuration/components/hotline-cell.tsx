import { Cell, CellList } from '@/components/ui/cell-list';

/** 打电话问工会: the way that always works. */
export function HotlineCell({ hotline, hours }: { hotline: string; hours: string }) {
  return (
    <CellList>
      <Cell
        icon="phone"
        title="打电话问工会"
        sub={`${hotline} · ${hours}`}
        href={`tel:${hotline.replace(/[^\d+]/g, '')}`}
      />
    </CellList>
  );
}
