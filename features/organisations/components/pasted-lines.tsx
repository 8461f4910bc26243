import { DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { kindLabels } from '../rules/kinds';
import type { PastedLine } from '../rules/pasted';

const order = { wrong: 0, new: 1, there: 2 } as const;

function Outcome({ outcome, words }: PastedLine) {
  if (outcome === 'wrong') return <span className="text-error">{words}</span>;
  return outcome === 'new' ? <Tag tone="success">新的</Tag> : <Tag>已有，不动</Tag>;
}

/** Every line of a pasted list with what becomes of it; what is to be put right stands first. */
export function PastedLines({ lines }: { lines: readonly PastedLine[] }) {
  const rows = lines.toSorted((a, b) => order[a.outcome] - order[b.outcome] || a.line - b.line);
  const kinds = lines.some(({ kind }) => kind !== undefined);
  return (
    <DataTable
      caption="逐行核对"
      rows={rows}
      keyOf={({ line }) => String(line)}
      columns={[
        { head: '行', cell: ({ line }) => `第 ${line} 行` },
        { head: '名称', cell: ({ name }) => name },
        ...(kinds
          ? [{ head: '类型', cell: ({ kind }: PastedLine) => (kind ? kindLabels[kind] : '') }]
          : []),
        { head: kinds ? '上级' : '属于', cell: ({ below }) => below },
        { head: '结果', wide: true, cell: (line) => <Outcome {...line} /> },
      ]}
    />
  );
}
