import { TextLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag, type Tone } from '@/components/ui/tag';
import { formatShortDateTime } from '@/lib/dates';
import { formatCount } from '@/lib/format';
import type { ImportStatus } from '../queries/import-view';
import type { ImportItem } from '../queries/list-imports';
import { bookLabels } from '../rules/books';
import { importStatusLabels } from '../rules/import-words';

const tones: Partial<Record<ImportStatus, Tone>> = {
  uploaded: 'info',
  ready: 'info',
  checking: 'warning',
  writing: 'warning',
  taking_back: 'warning',
  written: 'success',
};

/** How an import stands, in a few characters. */
export const ImportTag = ({ status }: { status: ImportStatus }) => (
  <Tag tone={tones[status] ?? 'neutral'}>{importStatusLabels[status]}</Tag>
);

const columnsAt = (now: Date): Column<ImportItem>[] => [
  {
    head: '文件',
    cell: (one) => <TextLink href={`/desk/imports/${one.id}`}>{one.file_name}</TextLink>,
  },
  { head: '名册', cell: (one) => bookLabels[one.book] },
  { head: '工会', cell: (one) => one.union_name },
  { head: '结果', cell: (one) => <ImportTag status={one.status} /> },
  { head: '行', cell: (one) => formatCount(one.rows), right: true },
  { head: '写入', cell: (one) => formatCount(one.written), right: true },
  {
    head: '上传',
    cell: (one) => formatShortDateTime(new Date(one.created_at), now),
    className: 'whitespace-nowrap',
  },
  { head: '撤销', cell: (one) => (one.may_undo ? '还能撤销' : '') },
];

/** What was brought in, the newest first. */
export function ImportTable({ items, now }: { items: readonly ImportItem[]; now: Date }) {
  return (
    <DataTable
      caption="导入过的文件"
      columns={columnsAt(now)}
      rows={items}
      keyOf={(one) => one.id}
      empty={
        <EmptyState icon="upload" title="还没有导入过">
          先传一份表格。核对以前，库里什么都不会改。
        </EmptyState>
      }
    />
  );
}
