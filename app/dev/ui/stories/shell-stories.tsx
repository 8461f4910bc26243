import { DeskShell } from '@/components/layout/desk-shell';
import { CasePane } from '@/components/ui/case-pane';
import { Cell, CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PrintSheet, PrintTable } from '@/components/ui/print-sheet';
import { SplitView } from '@/components/ui/split-view';

const groups = [
  { items: [{ label: '审批', href: '/dev/ui/desk', icon: 'inbox', count: 12, urgent: true }] },
  { title: '统计', items: [{ label: '看板', href: '/dev/ui', icon: 'chart' }] },
] as const;

const paper = [
  [
    { label: '姓名', value: '阿依古丽·吐尔逊' },
    { label: '性别', value: '女' },
  ],
  [{ label: '工作单位', value: '某某市某某区某某镇暖羽羽绒制品有限公司二车间', span: 3 }],
  [{ label: '手机', value: '139 0000 0002' }, { label: '职业' }],
] as const;

function Cases() {
  return (
    <CellList className="m-4">
      <Cell title="阿依古丽·吐尔逊" sub="入会 · 外卖配送员" value="剩 2 天" href="?open=1" />
      <Cell title="韦小满" sub="入会 · 快递员" value="超期 1 天" href="?open=2" />
    </CellList>
  );
}

/** The desk with a long scope, a split view, and a sheet of paper in place of the detail. */
export function ShellStories({ open }: { open: boolean }) {
  return (
    <DeskShell
      mark={{ shortName: '某某工会', logoText: '连心桥' }}
      scope="某某市某某区某某街道新就业形态劳动者联合工会委员会 · 基层工会管理员 等 3 个角色"
      tools={<span className="px-2">欧阳若云</span>}
      groups={groups}
    >
      <SplitView
        open={open}
        list={
          <>
            <h1 className="px-4 pt-4">审批</h1>
            <Cases />
          </>
        }
        detail={
          open ? (
            <CasePane backHref="/dev/ui/desk" backLabel="返回列表">
              <PrintSheet title="中华全国总工会入会申请书">
                <PrintTable rows={paper} />
              </PrintSheet>
            </CasePane>
          ) : (
            <EmptyState icon="inbox" title="从左边选一件打开" />
          )
        }
      />
    </DeskShell>
  );
}
