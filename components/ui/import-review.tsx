import type { ReactNode } from 'react';
import { DataTable } from './data-table';
import { Notice } from './notice';

export interface ImportProblem {
  /** The row as the spreadsheet counts it. */
  row: number;
  field: string;
  words: string;
}

interface ImportReviewProps {
  /** How many rows can be taken over as they are. */
  good: number;
  problems: readonly ImportProblem[];
  /** 只导入正确行, 下载错误行. */
  actions?: ReactNode;
}

/** What an uploaded table would change, row by row, before anything is changed. */
export function ImportReview({ good, problems, actions }: ImportReviewProps) {
  const words =
    problems.length > 0
      ? `${good} 行可以导入，${problems.length} 行要改。还没有导入任何一行。`
      : `${good} 行都可以导入。还没有导入任何一行。`;
  return (
    <div className="mt-4">
      <Notice tone={problems.length > 0 ? 'warning' : 'success'} className="mb-3">
        {words}
      </Notice>
      {problems.length > 0 && (
        <DataTable
          caption="要改的行"
          rows={problems}
          keyOf={(problem) => `${problem.row}-${problem.field}`}
          columns={[
            { head: '行', cell: (problem) => problem.row, right: true },
            { head: '栏', cell: (problem) => problem.field },
            { head: '怎么改', cell: (problem) => problem.words },
          ]}
        />
      )}
      {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
